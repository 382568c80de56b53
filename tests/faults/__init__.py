"""What goes wrong, and what the client makes of it: the matrix of faults and calls, a soak test, and a fuzzer."""
