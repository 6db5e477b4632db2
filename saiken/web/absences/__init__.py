"""Absences and deputies: one's own, and those of the office for its manager."""
