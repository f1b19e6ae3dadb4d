"""What a frame asks about the program and the catalogue; the same for every function."""
