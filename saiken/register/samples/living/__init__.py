"""Casework of the demo city that lives on the day of the load; see `cases.toml` for what there is and `load.py` for how it is written."""
