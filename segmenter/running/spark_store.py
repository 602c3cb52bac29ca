"""Files and folders on whatever Spark reads from and writes to: local disks, HDFS, an object store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from py4j.protocol import Py4JJavaError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


class StoreError(Exception):
    """The store did not do what was asked for; the message names the folder and says why."""


class Store:
    """A folder there, which need not exist. Names in it are parted by `/`. All that it does may raise StoreError."""

    def __init__(self, spark: SparkSession, folder: str) -> None:
        self.folder = folder.rstrip("/") or "/"
        self._jvm: Any = spark.sparkContext._jvm
        configuration = spark.sparkContext._jsc.hadoopConfiguration()
        with self._naming():
            self._files: Any = self._path("").getFileSystem(configuration)

    def place(self, *names: str) -> str:
        """The path of a file or folder in it, for Spark."""
        return "/".join((self.folder, *names))

    def qualified(self) -> str:
        """The folder as Spark writes it in paths of files: absolute, with the scheme."""
        return str(self._files.makeQualified(self._path("")).toString())

    def exists(self, name: str) -> bool:
        with self._naming():
            return bool(self._files.exists(self._path(name)))

    def names(self, name: str) -> list[str]:
        """What lies in a folder in it, sorted; nothing where there is no such folder."""
        if not self.exists(name):
            return []
        with self._naming():
            return sorted(str(status.getPath().getName()) for status in self._files.listStatus(self._path(name)))

    def remove(self, name: str) -> None:
        """Remove a file or a folder with all that is in it, if it is there."""
        with self._naming():
            self._files.delete(self._path(name), True)

    def read(self, name: str) -> str:
        """The text of a file."""
        with self._naming():
            stream = self._files.open(self._path(name))
            try:
                return str(self._jvm.org.apache.commons.io.IOUtils.toString(stream, "UTF-8"))
            finally:
                stream.close()

    def write(self, name: str, text: str) -> None:
        """Write a file, which is there as a whole or not at all on stores that have no renaming too."""
        with self._naming():
            stream = self._files.create(self._path(name), True)
            stream.write(bytearray(text, "utf-8"))
            stream.close()

    @contextmanager
    def _naming(self) -> Iterator[None]:
        try:
            yield
        except Py4JJavaError as error:
            raise StoreError(f"{self.folder}: {error.java_exception.getMessage()}") from None

    def _path(self, name: str) -> Any:
        return self._jvm.org.apache.hadoop.fs.Path(self.place(name) if name else self.folder)
