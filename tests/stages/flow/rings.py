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


def methods_of_methods(count: int) -> str:
    """Calls each of which keeps a method of what the last one kept, which is a method as well."""
    return (
        "class Node:\n    held: 'Node'\n"
        "    def turn(self):\n"
        "        self.held = self.held.turn if self.held.ready else self.held.back\n"
        "    def back(self):\n        self.held = self.held.turn\n"
        "def show(user, node: Node):\n" + "    node.turn()\n" * count + "    print(user.email)\n"
    )
