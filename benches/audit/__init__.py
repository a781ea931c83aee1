"""Audits the built site against the bounds that it has to keep."""
