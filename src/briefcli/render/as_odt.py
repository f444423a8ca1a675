"""A paper as OpenDocument: the Word file, converted by LibreOffice where that is installed."""

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from briefcli.catalog import tr
from briefcli.errors import BriefError

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 120


def converted(docx: bytes, form: str = "odt") -> bytes:
    """The Word file in another form that LibreOffice writes. Raises BriefError where that cannot be done."""
    program = next((found for each in _PROGRAMS if (found := shutil.which(each))), None)
    if program is None:
        raise BriefError(tr("LibreOffice is not installed, and it makes the .odt"), tr("install it, or export docx"))
    with TemporaryDirectory() as folder:
        file = Path(folder) / "paper.docx"
        file.write_bytes(docx)
        profile = (Path(folder) / "profile").as_uri()  # its own, so that an open LibreOffice is no obstacle
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", form, "--outdir", folder]
        try:
            subprocess.run([*command, str(file)], capture_output=True, check=True, timeout=_SECONDS)  # noqa: S603
            return file.with_suffix(f".{form}").read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            message = tr("LibreOffice could not make the .{form}", form=form)
            raise BriefError(message, tr("export docx, and open that")) from error
