"""The commands of `cartesia-client`, a module each. A module is loaded when its command is called or its help is shown."""
