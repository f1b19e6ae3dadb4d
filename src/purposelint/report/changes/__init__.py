"""The parts of the privacy diff: its marks, rows of uses, rows of what silences, and its JSON."""
