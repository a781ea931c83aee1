"""What the coordinator wants to know of a catalogue on a day: pure functions."""
