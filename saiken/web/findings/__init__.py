"""What the checks found on the sheets of a year."""
