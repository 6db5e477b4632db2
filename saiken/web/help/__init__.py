"""How to use the screens: keys, how figures open, what the days mean."""
