"""From the contract and the generator's output to the package that users see."""
