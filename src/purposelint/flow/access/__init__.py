"""Reading attributes and items, tests on them, and the printed form of things."""
