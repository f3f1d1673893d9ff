"""The one module that writes files: a file is replaced whole, or it stays as it was."""

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Callable, Generator
from pathlib import Path

from journey_editor.assets import _

FilePath = str | os.PathLike[str]

_BINARY = getattr(os, "O_BINARY", 0)  # only Windows has it, and needs it
_UNSYNCED_FOLDERS = (errno.EINVAL, errno.EACCES, errno.EBADF, errno.ENOTSUP)
_NO_LINKS = (errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EXDEV)


class SaveError(OSError):
    """A file could not be written, and what was there is as it was; the text is one sentence for people."""


def write(path: FilePath, data: bytes) -> None:
    """Replace a file by these bytes, or make it. When this returns they are on the disk.

    The old file's mode is kept, a new one gets what the umask says. A link stays and the file it leads to is replaced.
    Raises SaveError, and then the old file is as it was.
    """
    with _in_words(path):
        target = Path(os.path.realpath(path))
        old = _ordinary(target)
        _put(data, target, old, lambda made: made.replace(target))


def create(path: FilePath, data: bytes) -> None:
    """Make a file of these bytes where there is none. When this returns they are on the disk.

    Raises SaveError, also where something has that name already, be it a link that leads nowhere.
    """
    with _in_words(path):
        target = Path(os.path.abspath(path))
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        _put(data, target, None, lambda made: _move_to_free_name(made, target))


def keep_aside(path: FilePath) -> Path:
    """Give a file that cannot be used another name beside it, and return that; an older one there is replaced.

    Raises SaveError.
    """
    aside = Path(f"{os.fspath(path)}.broken")
    with _in_words(path):
        Path(path).replace(aside)
    return aside


def remove(path: FilePath) -> None:
    """Take away a file of the program's own. Raises SaveError, also where there is none."""
    with _in_words(path):
        Path(path).unlink()


def make_folder(path: FilePath) -> None:
    """Make a folder for the program's own files, and those around it. Raises SaveError."""
    with _in_words(path):
        Path(path).mkdir(mode=0o700, parents=True, exist_ok=True)


def _put(data: bytes, target: Path, old: os.stat_result | None, move: Callable[[Path], object]) -> None:
    """Write the bytes beside the target and move them there; what is left of a failure is taken away."""
    made = target.with_name(f".journey-{secrets.token_hex(6)}.tmp")  # its length does not grow with the target's
    mode = 0o666 if old is None else 0o600  # the system takes the umask off; an old file's mode comes later
    file = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode)
    try:
        try:
            _write_all(file, data)
            if old is not None:
                _keep_owner_and_mode(file, made, old)
            os.fsync(file)
        finally:
            os.close(file)
        move(made)
    except BaseException:
        with contextlib.suppress(OSError):
            made.unlink()
        raise
    _sync_folder(target.parent)


def _write_all(file: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(file, left) :]


def _keep_owner_and_mode(file: int, made: Path, old: os.stat_result) -> None:
    """Give the new file the old one's owner, where that is allowed, and its mode."""
    if hasattr(os, "fchown"):
        with contextlib.suppress(OSError):
            os.fchown(file, old.st_uid, old.st_gid)
        os.fchmod(file, stat.S_IMODE(old.st_mode))
    else:
        made.chmod(stat.S_IMODE(old.st_mode))


def _move_to_free_name(made: Path, target: Path) -> None:
    """Give the new file a name that nothing has: a link fails where a rename would replace."""
    try:
        os.link(made, target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL))  # file systems without links: hold the name
        try:
            made.replace(target)
        except OSError:
            target.unlink()
            raise
    else:
        made.unlink()


def _sync_folder(folder: Path) -> None:
    """Make the new name last; some file systems and Windows cannot sync a folder."""
    if os.name == "nt":
        return
    try:
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
    except OSError as error:
        if error.errno not in _UNSYNCED_FOLDERS:
            raise


def _ordinary(target: Path) -> os.stat_result | None:
    """Return what is known of an ordinary file, None where there is none."""
    try:
        about = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(about.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(about.st_mode):
        raise _NotOrdinary
    return about


class _NotOrdinary(Exception):
    """A device, a pipe or a socket."""


@contextlib.contextmanager
def _in_words(path: FilePath) -> Generator[None]:
    """Turn what the system says into a SaveError."""
    try:
        yield
    except (OSError, ValueError, _NotOrdinary) as error:
        raise SaveError(_sentence(path, error)) from None


def _sentence(path: FilePath, error: OSError | ValueError | _NotOrdinary) -> str:
    name = os.fspath(path)
    shown = "".join(letter if letter.isprintable() else "?" for letter in name)
    if isinstance(error, _NotOrdinary):
        reason = _("it is not an ordinary file")
    elif isinstance(error, OSError):
        words = _REASONS.get(error.errno or 0)
        reason = words() if words else error.strerror or type(error).__name__
    else:
        reason = _("that is not the name of a file")
    return _("{name} could not be written: {reason}.").format(name=shown, reason=reason)


_REASONS = {
    errno.ENOSPC: lambda: _("the disk is full"),
    errno.EDQUOT: lambda: _("your share of the disk is full"),
    errno.EFBIG: lambda: _("a file may not grow that large here"),
    errno.EACCES: lambda: _("you may not write there"),
    errno.EPERM: lambda: _("you may not write there"),
    errno.EROFS: lambda: _("the disk can only be read"),
    errno.ENOENT: lambda: _("its folder is not there"),
    errno.ENOTDIR: lambda: _("its folder is not there"),
    errno.EISDIR: lambda: _("a folder has that name"),
    errno.EEXIST: lambda: _("a file of that name is there already"),
    errno.ENAMETOOLONG: lambda: _("its name is too long"),
    errno.ELOOP: lambda: _("its link leads round in a circle"),
    errno.EIO: lambda: _("the disk reports an error"),
}
