"""What things hold: fields, items, records, copies, arguments."""
