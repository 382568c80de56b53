"""Authentication: API keys, access tokens and their grants."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import time
import uuid
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ..description.errors import APIError

ISSUER = "https://api.cartesia.ai"
ADMIN_KEY = "sk_car_admin_"
"""How keys begin that the service accepts only for operations that the sandbox does not have, such as those for usage."""
_IN_HEADERS = " Only sockets take it from the query; send the header Authorization or X-API-Key."


class Authenticator:
    """Checks the credential of a request, and creates access tokens.

    Args:
        keys: The accepted keys; None accepts any.
        clock: Returns the seconds since the epoch, for the expiry of tokens.

    Raises:
        ValueError: The keys are one text instead of a list, or one of them is empty or not text.
    """

    def __init__(self, keys: Iterable[str] | None = None, clock: Callable[[], float] = time.time) -> None:
        self._keys = None if keys is None else _checked(keys)
        self._clock = clock
        self._secret = secrets.token_bytes(32)

    def check(
        self, headers: Mapping[str, str], query: Mapping[str, str], grant: str | None, *, in_query: bool = True
    ) -> None:
        """Check the credential of a request.

        Args:
            headers: Headers of the request, by names in lower case.
            query: Its query parameters; a credential may be among them.
            grant: The grant that a token must hold; None accepts only keys.
            in_query: Whether the credential may be in the query, as on sockets.

        Raises:
            APIError: 401 without a valid credential, 403 for a token without the grant and for an admin key.
        """
        credential = _credential(headers, query if in_query else {})
        if not credential:
            raise _unauthorized("The API key is missing." + (_IN_HEADERS if _credential({}, query) else ""))
        claims = self._claims(credential)
        if claims is None:
            self._check_key(credential)
        elif claims["exp"] <= self._clock():
            raise _unauthorized("The access token has expired.")
        elif grant is None or claims["grants"].get(grant) is not True:
            what = f"lacks the grant {grant}" if grant else "cannot be used here; use an API key"
            raise APIError(403, f"The access token {what}.", title="Forbidden")

    def _check_key(self, credential: str) -> None:
        # Where any key will do, a changed token, or one of another sandbox, must not do more than a valid one.
        if credential not in (self._keys or ()) and _is_token(credential):
            raise _unauthorized("The access token is not valid.")
        if self._keys is not None and credential not in self._keys:
            raise _unauthorized("The API key is not valid.")
        if credential.startswith(ADMIN_KEY):
            raise APIError(403, "An admin key cannot be used here; use a standard API key.", title="Forbidden")

    def create_token(self, grants: Mapping[str, Any], expires_in: int) -> str:
        """Return an access token, a JWT.

        Args:
            grants: The grants; those that are false are left out.
            expires_in: Seconds until the token expires.
        """
        now = int(self._clock())
        claims = {
            "grants": {name: True for name, given in grants.items() if given},
            "jti": str(uuid.uuid4()),
            "iat": now,
            "iss": ISSUER,
            "exp": now + expires_in,
        }
        head = _encode(json.dumps({"alg": "HS256", "typ": "JWT"}).encode())
        body = _encode(json.dumps(claims).encode())
        return f"{head}.{body}.{self._sign(head, body)}"

    def _claims(self, credential: str) -> dict[str, Any] | None:
        """Return the claims of a token that this sandbox signed; None for anything else."""
        head, _, rest = credential.partition(".")
        body, _, signature = rest.partition(".")
        if not signature or not hmac.compare_digest(signature.encode(), self._sign(head, body).encode()):
            return None
        claims: dict[str, Any] = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
        return claims

    def _sign(self, head: str, body: str) -> str:
        return _encode(hmac.new(self._secret, f"{head}.{body}".encode(), hashlib.sha256).digest())


def _checked(keys: Iterable[str]) -> tuple[str, ...]:
    """Return the accepted keys. Raise ValueError for what cannot be one."""
    if isinstance(keys, str):
        raise ValueError("api_keys must be a list of keys, but is one text; pass [key]")
    found = tuple(key.strip() if isinstance(key, str) else "" for key in keys)
    if not all(found):
        raise ValueError("each of api_keys must be text that is not empty")
    return found


def _is_token(credential: str) -> bool:
    """Return whether a credential is made like an access token: three parts, of which the first is a JSON object."""
    head, *rest = credential.split(".")
    try:
        return len(rest) == 2 and isinstance(json.loads(base64.urlsafe_b64decode(head + "=" * (-len(head) % 4))), dict)
    except ValueError:
        return False


def _credential(headers: Mapping[str, str], query: Mapping[str, str]) -> str:
    scheme, _, value = headers.get("authorization", "").partition(" ")
    bearer = value.strip() if scheme.lower() == "bearer" else ""
    return bearer or headers.get("x-api-key", "").strip() or query.get("access_token", "") or query.get("api_key", "")


def _unauthorized(message: str) -> APIError:
    return APIError(401, message, title="Unauthorized")


def _encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
