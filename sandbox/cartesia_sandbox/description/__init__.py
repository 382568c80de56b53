"""What the contract of the API says: versions, routing, validation and the shape of errors."""
