"""Instalment plans: the generator with what-if, the page of one plan, its paper."""
