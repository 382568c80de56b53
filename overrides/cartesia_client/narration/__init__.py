"""Speech as a result: texts of any length as one file, with the times of words, subtitles, and many texts at once.

It stands on the public methods of the client, whose `speak` and `speak_many` are its doors, and knows nothing of the wire.
"""
