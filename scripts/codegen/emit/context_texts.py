"""What the docstrings of contexts say beside what the description says of each field."""

from __future__ import annotations

OF_FACTORY = {
    "context_id": "Id of the context, which must not have been used on the connection. Default: a new UUID.",
    "timeout": "Seconds to wait for each event when receiving, once text has been sent. Default: `response_timeout` of the "
    "client, whenever a response is due.",
}
EXTRA = "Fields to add to {}, for what is newer than this client."
OF_TEXT = {
    "transcript": "Text to append as it is; add spaces between pieces yourself.",
    "continue_": "Whether more text may follow. False ends the input, as `no_more_inputs` does.",
}
ERRORS = (
    "InvalidRequestError: There is no such field, or one is of the wrong type, cannot be sent, or cannot change within the "
    "context; or its input has ended. Nothing was sent.",
    "APIStatusError: The service has reported an error for this context; see the subclass.",
    "IncompleteAudioError: The connection was lost, or the context has expired: the service ends it 1 s after its last audio. "
    "`unspoken` is the text that was not spoken; send it in a new context.",
)
SPEECH = "Push text, whole or piece by piece, end the input, and yield the audio as it arrives."
SPEECH_DETAIL = (
    "Leaving the iteration early, or an error of the iterable, cancels the context. Pieces with nothing to speak, such as "
    "blanks, punctuation and emoji, are held back at the beginning; without any other, nothing is sent, and there is no audio. "
    "When no piece came in time and the service ended the context, a fresh one with the same fields speaks the rest. Fields that "
    "are given here hold for this text, in place of those of the context."
)
OF_SPEECH = {
    "": (
        ("text", "The text, or an iterable that yields it. Audio that has arrived is yielded after each piece."),
        ("timeout", "Seconds to wait for each event after the last piece. Default: that of the context."),
    ),
    "Async": (
        ("text", "The text, or an iterable that yields it. Audio is yielded while further pieces are pushed."),
        ("timeout", "Seconds to wait for each event, from the first piece on. Default: that of the context."),
    ),
}
SPEECH_ERRORS = (
    "InvalidRequestError: There is no such field, or one is of the wrong type, cannot be sent, or cannot change within the "
    "context; or its input has ended.",
    "APIStatusError: The service reported an error; see the subclass.",
    "APITimeoutError: No audio arrived in time.",
    "IncompleteAudioError: The context ended before it was done: connection lost, or cancelled.",
)
