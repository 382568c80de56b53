"""A page that speaks without knowing your API key: the server makes it a token that can speak, and nothing else, for a minute.

    pip install fastapi uvicorn cartesia-client
    uvicorn --app-dir examples/browser_token server:app

It needs CARTESIA_API_KEY, or a sandbox in CARTESIA_BASE_URL.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

from cartesia_client import AsyncCartesia, CartesiaError
from fastapi import FastAPI, HTTPException, Response
from fastapi.responses import FileResponse

SECONDS = 60


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncGenerator[None]:
    async with AsyncCartesia() as app.state.client:
        yield


app = FastAPI(lifespan=lifespan)


@app.get("/")
async def page() -> FileResponse:
    return FileResponse(Path(__file__).with_name("page.html"))


@app.post("/token")
async def token(response: Response) -> dict[str, str]:
    """Make a token. Put your own login in front of it: whoever has a token speaks at your expense."""
    client: AsyncCartesia = app.state.client
    try:
        made = await client.access_token.create(grants={"tts": True}, expires_in=SECONDS)
    except CartesiaError as error:
        raise HTTPException(502, "no token at the moment") from error
    response.headers["Cache-Control"] = "no-store"
    return {"token": made.token, "url": str(client.base_url), "version": "2026-08-14"}
