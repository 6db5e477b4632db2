"""As of which day and which recorded moment a page speaks."""
