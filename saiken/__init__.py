"""saiken: the claim register of a Japanese municipality and the yearly sheets computed from it."""
