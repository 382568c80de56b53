"""The voice and the model that commands and checks use unless a caller names others."""

KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
MODEL = "sonic-3.5"
