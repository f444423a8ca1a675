"""Limits to what is read of a file. They have a module of their own, so that using them does not load the reader."""

LARGEST = 250_000  # bytes; the largest real agenda seen is 12 KB, and a file of this size is checked in seconds
MOST_MISTAKES = 1_000  # listed for one file
MOST_BLOCKS = 50  # mistakes in the notation that are reported for one file
MOST_WORK = 300_000  # characters that are parsed again to find more mistakes than the first
# The bullets of Word; the last four are from its own font
BULLET_SIGNS = "–—•·‐‑▪‣→➢➤►▶●○◦■□❖✓\uf0b7\uf0a7\uf0d8\uf0fc"
# How Word and other programs start the first line of a list
BULLETS = (*BULLET_SIGNS, "-", "+ ", "o ", "1. ", "1) ", "a. ", "a) ")
