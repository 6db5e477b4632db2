"""Who works on which cases: loads, sharing out, taking back, the report of rotation."""
