"""Who may ask: programs on this machine, and no web page.

A page that a browser shows can send requests to 127.0.0.1, and by DNS
rebinding under a name of its own. So the Host must be a name of this machine,
and whoever has an Origin must have been allowed. Knows headers only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.serving.errors import RequestError

_HOST = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\])(?::(\d{1,5}))?", re.IGNORECASE)
_EXTENSION = re.compile(
    r"(?:chrome-extension|moz-extension|safari-web-extension|safari-extension)://[\w.\-{}]+",
    re.IGNORECASE,
)
_FOREIGN_SITES = frozenset(("cross-site", "same-site"))

Headers = Mapping[str, str]
"""Names in small letters."""


@dataclass(frozen=True, slots=True)
class Gate:
    """Lets requests in or refuses them."""

    port: int
    origins: frozenset[str] = field(default_factory=frozenset)
    """Allowed ones, as :func:`normalised` writes them."""
    extensions: bool = False
    """Whether any browser extension may ask."""

    def check(self, headers: Headers) -> str | None:
        """Return the origin to be named as allowed in the answer, if any.

        Raises:
            RequestError: with status 403 if the request is refused.
        """
        self._check_host(headers.get("host", ""))
        origin = headers.get("origin")
        if origin is None:
            self._check_site(headers)
            return None
        if not self._is_allowed(origin):
            raise RequestError(
                f"Requests of {origin[:100]!r} are not allowed. To allow it, start "
                "'copyedge serve' with --allow-origin, or with --allow-extensions for "
                "browser extensions.",
                403,
            )
        return origin

    def _check_host(self, host: str) -> None:
        match = _HOST.fullmatch(host)
        if match is None or (match[1] is not None and int(match[1]) != self.port):
            raise RequestError(
                f"{host[:100]!r} is not a name of this machine. "
                f"Use http://127.0.0.1:{self.port} or http://localhost:{self.port}",
                403,
            )

    def _check_site(self, headers: Headers) -> None:
        """Refuse what a page loads without an Origin, such as an image.

        Extensions send the same header in some browsers; who allows them
        accepts that a page may ask, though it cannot read the answer.
        """
        foreign = headers.get("sec-fetch-site", "").casefold() in _FOREIGN_SITES
        if foreign and not (self.extensions or self.origins):
            raise RequestError("Requests of web pages are not allowed.", 403)

    def _is_allowed(self, origin: str) -> bool:
        if origin.casefold() in self.origins:
            return True
        return self.extensions and _EXTENSION.fullmatch(origin) is not None


def normalised(origins: Iterable[str]) -> frozenset[str]:
    """Return origins as they can be compared: browsers write no slash at the end."""
    return frozenset(origin.strip().rstrip("/").casefold() for origin in origins)
