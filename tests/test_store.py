"""Files appear whole or not at all, and what is somebody else's is left alone."""

import os
import sys
from pathlib import Path

import pytest

from segmenter.storing.store import StoreError, replacing, write

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX file modes, links and pipes")


def yes(present: bytes) -> bool:
    return True


def no(present: bytes) -> bool:
    return False


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_written(tmp_path: Path) -> None:
    assert write(tmp_path / "a.md", b"one", no)
    assert (tmp_path / "a.md").read_bytes() == b"one"
    assert names(tmp_path) == ["a.md"]


def test_the_same_content_is_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    write(path, b"one", no)
    before = path.stat()
    assert not write(path, b"one", no)
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_other_content_is_replaced_only_with_leave(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    write(path, b"one", no)
    with pytest.raises(StoreError, match=r"a\.md: is left as it is"):
        write(path, b"two", no)
    assert path.read_bytes() == b"one"
    assert write(path, b"two", lambda present: present == b"one")
    assert path.read_bytes() == b"two"
    assert names(tmp_path) == ["a.md"]


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_a_block_that_fails_changes_nothing(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"old")
    with pytest.raises(error), replacing(path, yes) as file:
        file.write(b"half")
        raise error
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.jsonl"]


def test_the_old_file_stands_until_the_new_one_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"old")
    with replacing(path, yes) as file:
        file.write(b"new")
        file.flush()
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"


def test_a_folder_in_the_way_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    with pytest.raises(StoreError, match=r"a\.md: cannot be written: Is a directory"):
        write(tmp_path / "a.md", b"one", yes)


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    assert write(tmp_path / "2024" / "05" / "a.md", b"one", no)
    assert (tmp_path / "2024" / "05" / "a.md").read_bytes() == b"one"


def test_a_file_in_the_place_of_a_folder_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "2024").touch()
    with pytest.raises(StoreError, match=r"a\.md: cannot be written: "):
        write(tmp_path / "2024" / "a.md", b"one", yes)


@posix
def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "target.md", tmp_path / "link.md"
    target.write_bytes(b"one")
    target.chmod(0o640)
    link.symlink_to("target.md")
    assert write(link, b"two", yes)
    assert link.is_symlink()
    assert target.read_bytes() == b"two"
    assert target.stat().st_mode & 0o777 == 0o640


@posix
def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write(tmp_path / "a.md", b"one", no)
    assert (tmp_path / "a.md").stat().st_mode == (tmp_path / "usual").stat().st_mode


@posix
def test_a_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    with replacing(Path(os.devnull), no) as file:
        file.write(b"gone")
    assert Path(os.devnull).is_char_device()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_an_error_that_names_the_file() -> None:
    message = "/dev/full: cannot be written: No space left on device"
    with pytest.raises(StoreError, match=message), replacing(Path("/dev/full"), no) as file:
        file.write(b"one")
