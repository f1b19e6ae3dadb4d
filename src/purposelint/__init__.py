"""Purpose limitation as a linter: holds the data flows of Python services against a privacy policy."""
