"""Asks somebody for an offer, one thing at a time, and writes the file."""

from groepsaanbod.asking.interview import Interview

__all__ = ["Interview"]
