"""The scripts of completions, one shell a module: `script(commands) -> str`."""
