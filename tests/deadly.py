"""Dumps that end or hang the process that works on them, for real, and a record of what is worked on.

`lay` writes a `sitecustomize` into a folder; every Python process that finds modules there obeys these words in a dump.
"""

from pathlib import Path

KILLS = "这份稿件杀死进程"
HANGS = "这份稿件永不结束"
KILLS_EXECUTOR = "这份稿件杀死执行器一次"
_CODE = f"""
import os, signal
from pathlib import Path
try:
    from segmenter.running import accounts
except ImportError:
    accounts = None

def executor():
    process = os.getpid()
    while Path(f"/proc/{{process}}/comm").read_text().strip() != "java":
        process = int(Path(f"/proc/{{process}}/stat").read_text().rpartition(")")[2].split()[1])
    return process

def take_apart(file, data, settings):
    with (Path(__file__).parent / "worked").open("a") as record:
        record.write(file + "\\n")
    text = data.decode(errors="replace")
    if "{KILLS}" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    while "{HANGS}" in text:
        pass
    once = Path(__file__).parent / "killed"
    if "{KILLS_EXECUTOR}" in text and not once.exists():
        once.touch()
        os.kill(executor(), signal.SIGKILL)
    return whole(file, data, settings)

if accounts is not None:
    whole = accounts.take_apart
    accounts.take_apart = take_apart
"""


def lay(folder: Path) -> None:
    """Write the module into a folder, which is then to be among PYTHONPATH."""
    (folder / "sitecustomize.py").write_text(_CODE, encoding="utf-8")


def worked(folder: Path) -> list[str]:
    """Ids of the dumps that were begun since the last call, again for each time."""
    record = folder / "worked"
    begun = record.read_text(encoding="utf-8").splitlines() if record.exists() else []
    record.unlink(missing_ok=True)
    return begun
