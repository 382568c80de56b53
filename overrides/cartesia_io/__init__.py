"""What a client of any voice API needs: files of audio, limits for HTTP, sockets that are watched, and turns.

Knows nothing of the Cartesia API. Of `cartesia_api` it takes only the errors for wrong arguments.
"""
