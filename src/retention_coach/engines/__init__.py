"""Who answers the steps."""
