"""Tools for people who keep or use the contract. Nothing here is imported by `import cartesia_client`."""
