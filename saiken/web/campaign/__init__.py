"""Campaigns and their results."""
