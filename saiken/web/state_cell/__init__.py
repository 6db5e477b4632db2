"""The claims behind a figure of table 3."""
