"""What is amiss: found by the owner, or told to them."""
