"""An endpoint that streams speech while it is made: GET /speech?text=Hello.

    pip install fastapi uvicorn "cartesia-client[mp3]"
    uvicorn --app-dir examples fastapi_speech:app

It needs CARTESIA_API_KEY; with CARTESIA_BASE_URL, it uses a sandbox (`cartesia-client sandbox`) in place of the service.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from cartesia_client import AsyncCartesia, CartesiaError, InvalidRequestError, RateLimitError, formats
from fastapi import FastAPI, HTTPException, Query
from fastapi.responses import StreamingResponse


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncGenerator[None]:
    """Keep one client, and so its connections, for all requests. More than the plan allows wait for their turn."""
    async with AsyncCartesia(concurrency="pro", concurrency_timeout=10, total=60) as app.state.client:
        yield


app = FastAPI(lifespan=lifespan)


@app.get("/speech")
async def speech(
    text: Annotated[str, Query(min_length=1, max_length=2000)], voice: Annotated[str, Query()] = "Katie"
) -> StreamingResponse:
    """Speak a text as MP3. The voice is a name or an id."""
    client: AsyncCartesia = app.state.client
    stream = client.speak_stream(text, voice=voice, output_format=formats.WEB)
    chunks = aiter(stream)
    try:
        first = await anext(chunks)  # before the status is sent: most that can go wrong goes wrong here
    except InvalidRequestError as error:
        raise HTTPException(422, str(error)) from error
    except RateLimitError as error:
        raise HTTPException(429, "busy", {"Retry-After": str(round(error.retry_after or 5))}) from error
    except CartesiaError as error:
        raise HTTPException(502, "no speech at the moment") from error

    async def body() -> AsyncIterator[bytes]:
        """Send what comes. If the listener leaves, what is not made yet is not bought."""
        async with stream:
            yield first
            async for chunk in chunks:
                yield chunk

    return StreamingResponse(body(), media_type="audio/mpeg")
