"""Programs whose functions call each other in large rings."""

from __future__ import annotations


def visitor(count: int) -> str:
    """Methods that call many others of their ring, and what each changes and raises goes round in it."""
    methods = "".join(
        f"    def visit_{n}(self, node, frame):\n        self.held_{n} = node.value_{n}\n"
        f"        frame.seen[node.key_{n}] = self.held_{(n * 3 + 1) % count}\n"
        + "".join(f"        self.visit_{(n + 1) * k % count}(node.child_{k}, frame)\n" for k in range(1, 6))
        + f"        if node.bad_{n}:\n            raise Failure(node.name_{n}, frame.seen)\n"
        for n in range(count)
    )
    return f"class Failure(Exception):\n    pass\nclass Visitor:\n{methods}"
