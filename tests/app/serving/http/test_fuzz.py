"""Whatever is sent, the server answers in the form of the protocol, never with 500, and goes on."""

import http.client
import json
import logging
import socket
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.app.serving.stand_ins import running_server

PATHS = st.sampled_from(
    ("check", "languages", "words", "words/add", "words/delete", "maxtextlength", "info",
     "healthcheck", "check/", "", "../v2/check", "nothing")
) | st.text(max_size=10)  # fmt: skip
NAMES = st.sampled_from(
    ("text", "data", "language", "level", "motherTongue", "preferredVariants", "enabledRules",
     "disabledRules", "enabledCategories", "disabledCategories", "enabledOnly", "word", "words",
     "offset", "limit", "dict", "username", "apiKey")
) | st.text(max_size=6)  # fmt: skip
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
WORDS = st.lists(
    st.sampled_from(
        ("I go ", "teh", "am student", " very", ".", "\n", "😀", "e\u0301", "\0", "\u202e")
    ),
    max_size=12,
).map("".join)
HALVES = st.tuples(WORDS, st.sampled_from(("\ud83d", "\ude00")), WORDS).map("".join)
ANNOTATIONS = st.lists(
    st.fixed_dictionaries({"text": WORDS | HALVES})
    | st.fixed_dictionaries({"markup": TEXTS}, optional={"interpretAs": WORDS})
    | st.dictionaries(st.sampled_from(("text", "markup", "interpretAs")), st.none() | TEXTS),
    max_size=6,
).map(lambda parts: json.dumps({"annotation": parts}))
VALUES = (
    WORDS
    | TEXTS
    | ANNOTATIONS
    | st.sampled_from(
        ("en", "en-US", "en-GB", "auto", "de", "true", "picky", "R_SPELL,TYPOS", "-1")
    )
)
PARAMETERS = st.dictionaries(NAMES, VALUES, max_size=6)
HEADERS = st.dictionaries(
    st.sampled_from(
        ("Origin", "Sec-Fetch-Site", "Content-Type", "Accept", "Cookie", "Expect", "Upgrade",
         "Access-Control-Request-Method")
    ),
    st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=20).map(str.strip)
    | st.sampled_from(("null", "moz-extension://a", "100-continue", "websocket", "cross-site")),
    max_size=3,
)  # fmt: skip


class Complaints(logging.Handler):
    """Keeps what the server and its libraries complain of."""

    def __init__(self):
        super().__init__(logging.ERROR)
        self.heard = []

    def emit(self, record):
        self.heard.append(record.getMessage())


BEGINNINGS = [
    b"POST /v2/check HTTP/1.1\r\nHost: %s\r\n%s\r\n\r\n" % (host, length)
    for host in (b"localhost", b"evil.example")
    for length in (b"Transfer-Encoding: chunked", b"Content-Length: 9")
]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    complaints = Complaints()
    logging.getLogger().addHandler(complaints)
    with running_server(
        tmp_path_factory.mktemp("fuzz"), extensions=True, time_limit_s=60
    ) as running:
        yield running
    logging.getLogger().removeHandler(complaints)
    assert complaints.heard == []


def answer_of(port, method, path, body=None, headers=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        return answer.status, answer.getheader("Content-Type", ""), answer.read()
    finally:
        connection.close()


def assert_in_form(status, kind, body):
    assert status < 500, body
    if status == 200 and kind == "application/json":
        json.loads(body)
    elif status not in (200, 204):
        assert body.startswith(b"Error: "), body


@settings(max_examples=150)
@given(
    st.sampled_from(("GET", "POST", "PUT", "OPTIONS", "HEAD", "DELETE")),
    PATHS,
    PARAMETERS,
    PARAMETERS,
    HEADERS,
)
def test_any_parameters_and_headers_are_answered(server, method, path, query, form, headers):
    target = f"/v2/{quote(path)}?{urlencode(query)}"
    body = urlencode(form).encode() if method in ("POST", "PUT") else None
    if body and "Content-Type" not in headers:
        headers = headers | {"Content-Type": "application/x-www-form-urlencoded"}
    status, kind, content = answer_of(server.port, method, target, body, headers)
    if method != "HEAD":
        assert_in_form(status, kind, content)


@settings(max_examples=100)
@given(st.binary(max_size=200), st.sampled_from(("/v2/check", "/v2/words/add")))
def test_any_body_is_answered(server, body, path):
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert_in_form(*answer_of(server.port, "POST", path, body, headers))


@settings(max_examples=100)
@given(
    st.binary(max_size=300)
    | st.just(b"GET /v2/check HTTP/1.1\r\nHost: \r\n\r\n")
    | st.tuples(st.sampled_from(BEGINNINGS), st.binary(max_size=99)).map(b"".join)
)
def test_any_bytes_leave_the_server_alive(server, sent):
    with socket.create_connection(("127.0.0.1", server.port), 60) as plain:
        plain.sendall(sent + b"\r\n\r\n")
        plain.shutdown(socket.SHUT_WR)
        answer = plain.recv(4096)
    assert not answer.startswith(b"HTTP/1.1 5"), answer
    assert answer_of(server.port, "GET", "/v2/healthcheck")[0] == 200


@settings(max_examples=100)
@given(WORDS, ANNOTATIONS, st.booleans())
def test_every_match_lies_in_the_text_and_not_in_markup(server, text, data, annotated):
    parameters = {"language": "en"} | ({"data": data} if annotated else {"text": text})
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    status, _, body = answer_of(
        server.port, "POST", "/v2/check", urlencode(parameters).encode(), headers
    )
    if status != 200:
        assert annotated
        return
    parts = json.loads(data)["annotation"] if annotated else [{"text": text}]
    units = []
    source = "".join(part.get("text", part.get("markup", "")) for part in parts)
    encoded = source.encode("utf-16-le", "surrogatepass")
    for part in parts:
        piece = part.get("text", part.get("markup", ""))
        units += ["text" in part] * (len(piece.encode("utf-16-le", "surrogatepass")) // 2)
    end = 0
    for match in json.loads(body)["matches"]:
        start, length = match["offset"], match["length"]
        assert length > 0
        assert start >= end
        assert all(units[start : start + length])
        assert len(units[start : start + length]) == length
        marked = encoded[2 * start : 2 * (start + length)].decode("utf-16-le", "surrogatepass")
        quoted = match["message"].partition(" instead of “")[2].partition("”")[0]
        assert quoted in marked
        end = start + length
