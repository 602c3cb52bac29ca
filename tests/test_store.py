"""Files appear whole or not at all, and what is somebody else's is left alone."""

import os
import signal
import sys
from pathlib import Path

import pytest

from segmenter.storing.store import StoreError, remove_parts, replacing, write

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX file modes, links and pipes")


def yes(present: bytes) -> bool:
    return True


def no(present: bytes) -> bool:
    return False


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_new_files_are_written_and_present_ones_replaced(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_bytes(b"old")
    assert write([(tmp_path / "a.md", b"one"), (tmp_path / "b.md", b"two")]) == {}
    assert [(tmp_path / name).read_bytes() for name in names(tmp_path)] == [b"one", b"two"]


def test_many_files_are_written_like_few(tmp_path: Path) -> None:
    files = [(tmp_path / f"{number:03}.md", b"%d" % number) for number in range(100)]
    assert write(files) == {}
    assert [path.read_bytes() for path in sorted(tmp_path.iterdir())] == [data for _, data in files]


def test_other_content_is_replaced_only_with_leave(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"one")
    with pytest.raises(StoreError, match=r"a\.jsonl: is left as it is"), replacing(path, no) as file:
        file.write(b"two")
    assert path.read_bytes() == b"one"
    assert names(tmp_path) == ["a.jsonl"]


def test_what_a_stopped_run_wrote_aside_is_removed(tmp_path: Path) -> None:
    others = [".a.md", ".a.md.part", ".other.md.12.part", "a.md.12.part"]
    for name in (".a.md.12.part", ".a.md.2.orig.12.part", ".b.c.md.345.part", *others):
        (tmp_path / name).touch()
    remove_parts([tmp_path / "a.md", tmp_path / "b.c.md", tmp_path / "never" / "made.md"])
    assert names(tmp_path) == others


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


def test_one_file_that_cannot_be_written_is_named_and_the_others_are(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    (tmp_path / "2024").touch()
    files = [tmp_path / "a.md", tmp_path / "2024" / "b.md", tmp_path / "05" / "c.md"]
    errors = write([(path, b"one") for path in files])
    assert set(errors) == set(files[:2])
    assert str(errors[files[0]]) == f"{files[0]}: cannot be written: Is a directory"
    assert str(errors[files[1]]).startswith(f"{files[1]}: cannot be written: ")
    assert files[2].read_bytes() == b"one"
    assert names(tmp_path) == ["05", "2024", "a.md"]


@posix
@pytest.mark.parametrize("count", [2, 20])
def test_a_full_disk_leaves_no_part_of_a_file(tmp_path: Path, count: int) -> None:
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        small = [(tmp_path / f"{number}.md", b"one") for number in range(count)]
        errors = write([(tmp_path / "large.md", bytes(2000)), *small])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)
    assert [str(error) for error in errors.values()] == [f"{tmp_path / 'large.md'}: cannot be written: File too large"]
    assert names(tmp_path) == sorted(path.name for path, _ in small)


@posix
def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "target.md", tmp_path / "link.md"
    target.write_bytes(b"one")
    target.chmod(0o640)
    link.symlink_to("target.md")
    assert write([(link, b"two")]) == {}
    assert link.is_symlink()
    assert target.read_bytes() == b"two"
    assert target.stat().st_mode & 0o777 == 0o640


@posix
def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write([(tmp_path / "a.md", b"one")])
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
