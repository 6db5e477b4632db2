"""The list of claims whose data is to be checked."""
