"""Settings and wiring: the only place that knows everyone.

The one idea: who is connected to whom is decided here and nowhere else. It holds no rule of the domain.
"""
