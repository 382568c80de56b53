"""A stand-in for pyaudio that keeps what is played in a file of the folder, so that it can be compared."""

from __future__ import annotations

from typing import Any

paFloat32, paInt16 = 1, 8


class PyAudio:
    def open(self, **options: Any) -> Stream:
        return Stream(options["rate"])

    def terminate(self) -> None:
        pass


class Stream:
    def __init__(self, rate: int) -> None:
        self._file = open(f"played_{rate}.pcm", "wb")  # noqa: SIM115

    def write(self, audio: bytes) -> None:
        self._file.write(audio)

    def stop_stream(self) -> None:
        pass

    def close(self) -> None:
        self._file.close()
