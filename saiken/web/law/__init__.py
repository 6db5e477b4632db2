"""The screens 法令: acts, parameters through time, terms of ordinances side by side."""
