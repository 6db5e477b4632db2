"""What is behind a figure of table 2: entries, a formula, the row it is carried from, or the versions of a goal."""
