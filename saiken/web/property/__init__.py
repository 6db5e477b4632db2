"""Inquiries about property, the register of outstanding answers, property with its next act, what of a salary may be seized."""
