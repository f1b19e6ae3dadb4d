"""What runs keep for the next one beside facts: flows, what a run over the project found, and verdicts."""
