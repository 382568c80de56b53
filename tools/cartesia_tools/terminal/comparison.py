"""What the command line is for, task by task, and which command lines of others have the same."""

from __future__ import annotations

# Others are named where their own help shows the same: edge-tts 7, piper 1, deepgram-cli 0.0.2, @elevenlabs/cli 1.3 and
# @stripe/cli 1.52. The library of OpenAI has no command any more.
TASKS = (
    ("speak a text into a file", 'say "Hello." -o hello.mp3', "edge-tts, piper, elevenlabs"),
    ("hear it at once", 'say --play "Hello."', "edge-playback, elevenlabs"),
    ("speak a book, from a file or a pipe", "say -f book.txt -o book.mp3", "edge-tts, piper"),
    ("get subtitles with it", "say -f book.txt -o book.mp3 --subtitles book.srt", "edge-tts"),
    ("go on after a crash, and buy nothing twice", "say -f book.txt -o book.mp3 --resume book.parts", ""),
    ("set a limit to what it costs", "say -f book.txt --max-characters 10000", ""),
    ("speak many texts, as fast as the plan allows", "batch lines.csv -o lines --plan pro", ""),
    ("choose a voice", "voices --language en-GB --gender feminine", "edge-tts (all), elevenlabs"),
    ("hear the voices", "voices kat --play", ""),
    ("clone a voice", "clone me.wav --name Me --live", "elevenlabs"),
    ("transcribe a folder", "transcribe --json *.mp3", "deepgram-cli, elevenlabs (one file)"),
    ("make subtitles of recordings", "transcribe --srt -o subtitles *.wav", ""),
    ("read what is said, live", "captions --live", ""),
    ("call any operation", "call voices.list --limit 5", "elevenlabs, stripe"),
    ("work without key and network", "sandbox --port 8000", ""),
    ("watch requests", "journal --follow --base-url http://127.0.0.1:8000", "stripe (those of the service)"),
    ("plan what goes wrong", "faults add --base-url http://127.0.0.1:8000 status status=503", ""),
    ("see what a new version breaks in a program", "changes 2026-03-01 2026-08-14 --used-by src", ""),
    ("check that a service is as specified", "contract", ""),
    ("check recorded traffic", "drift traffic.har", ""),
    ("port a program of the official library", "port src", ""),
    ("keep settings in profiles", "config set voice Katie --profile work", "stripe"),
    ("complete words in the shell", "completion zsh", "elevenlabs, stripe"),
    ("read the manual", "man", "elevenlabs"),
)


def table() -> list[str]:
    """Return the table in Markdown."""
    rows = [f"| {task} | `{command}` | {others} |" for task, command, others in TASKS]
    return ["## By task", "", "| to | `cartesia-client` ... | others that do it |", "|---|---|---|", *rows, ""]
