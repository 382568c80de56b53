"""The operations over WebSockets: text to speech in contexts, and the two speech-to-text sockets."""
