"""`python -m briefcli` and the command `brief`."""

from briefcli.cli.app import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
