"""The console of Windows, which prints escape codes as they are until a program asks it to obey them."""

import os
import sys

_OBEY = 4  # ENABLE_VIRTUAL_TERMINAL_PROCESSING


def obeys_escapes() -> bool:
    """Whether standard output, a terminal, makes colours of escape codes; a console of Windows is asked to."""
    if os.name != "nt":
        return True
    import ctypes
    import msvcrt

    kernel, mode = ctypes.windll.kernel32, ctypes.c_ulong()  # type: ignore[attr-defined]
    try:
        handle = ctypes.c_void_p(msvcrt.get_osfhandle(sys.stdout.fileno()))  # type: ignore[attr-defined]
    except (OSError, ValueError):
        return False
    return bool(kernel.GetConsoleMode(handle, ctypes.byref(mode)) and kernel.SetConsoleMode(handle, mode.value | _OBEY))
