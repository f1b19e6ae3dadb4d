"""Call expressions: who is called, and what each kind of callee gives."""
