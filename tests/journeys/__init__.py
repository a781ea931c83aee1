"""Visitors on their way through a whole site, in a real browser; one file for each."""
