"""Traffic that is recorded to a file, and played back from one."""
