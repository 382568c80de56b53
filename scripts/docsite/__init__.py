"""Pages of the documentation site that are made from code and from files outside docs/."""
