"""The offline rule engine: curated plays fitted to this company, the same reply for the same inputs."""
