"""What every command shares: the parser, options, output, exit codes, and the settings of the user. It knows no command."""
