"""What programs import from `cartesia.core` of version 2."""
