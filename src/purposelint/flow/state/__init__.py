"""What is known at one point of one function: values, the store, what is shared, the frame."""
