"""What a company's free text says, without a model: `understand(text, knowledge)`."""
