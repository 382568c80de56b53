"""What the description of the API says: contracts, dated versions, validation and the shape of errors."""
