"""`python -m briefcli` and the command `brief`."""

import gc

# A start makes some 100,000 objects and drops hardly one: looking for garbage meanwhile would take 8% of it
gc.set_threshold(200_000, 20, 20)

from briefcli.cli.app import main  # noqa: E402  # what is loaded makes the objects

__all__ = ["main"]

if __name__ == "__main__":
    main()
