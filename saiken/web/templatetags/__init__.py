"""Template tags of the screens: how figures, days and terms are written."""
