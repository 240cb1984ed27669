"""The command line: check, serve, api, worker."""
