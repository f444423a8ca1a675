"""How much of a file is read: apart from the reader, so that asking this does not load it."""

LARGEST = 250_000  # bytes; the largest real agenda seen is 12 KB, and every check takes at most seconds for this
MOST_MISTAKES = 1_000  # that are listed of one file
MOST_BLOCKS = 50  # mistakes in the notation that are reported of one file
MOST_WORK = 300_000  # characters that are parsed again to find more mistakes than the first
BULLETS = (*"–—•·‐‑▪‣-", "1. ", "1) ")  # with which Word and others begin the first line of a list
