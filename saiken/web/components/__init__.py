"""Parts that several screens share; every one is shown on the catalogue page."""
