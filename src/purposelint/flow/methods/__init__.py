"""What the methods of containers and texts do, operators and formatting among them."""
