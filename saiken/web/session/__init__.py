"""How long a session lasts, what warns of its end, and how it is extended."""
