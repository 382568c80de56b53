"""Text to speech for both transports, HTTP and sockets: what a request asks for, and the events of its speech."""
