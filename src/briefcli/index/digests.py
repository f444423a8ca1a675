"""Short sums of long texts, to see whether they changed. No secret depends on them."""

try:
    from _blake2 import blake2b  # `hashlib` loads OpenSSL first, which takes 3 ms of every start
except ImportError:
    from hashlib import blake2b


def digest(data: bytes) -> bytes:
    """Twenty bytes; different data give different ones."""
    found: bytes = blake2b(data, digest_size=20).digest()
    return found
