import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.instance.requests import MAX_BYTES, MAX_TOKEN, VERSION, MalformedRequest, Request, Verb

GOOD = {"version": VERSION, "verb": "open", "files": ["/a"], "activation_token": ""}

# Whatever a file system may hold, names that are no Unicode included (as Python reads them).
names = st.binary(min_size=1, max_size=60).map(
    lambda name: "/" + name.replace(b"\0", b"0").decode("utf-8", "surrogateescape")
)


@given(
    st.sampled_from(Verb),
    st.lists(names.map(Path), max_size=5).map(tuple),
    st.text(max_size=MAX_TOKEN),
)
def test_a_request_comes_back_as_it_was_sent(verb, files, token):
    request = Request(verb, files, token)
    message = request.to_bytes()
    assert message.index(b"\n") == len(message) - 1
    assert Request.from_bytes(message) == request


@given(st.binary(max_size=300))
def test_any_bytes_are_a_request_or_malformed(message):
    try:
        request = Request.from_bytes(message + b"\n")
    except MalformedRequest:
        return
    assert isinstance(request.verb, Verb)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=10,
)


@given(st.sampled_from(sorted(GOOD)), json_values)
def test_any_value_in_any_field_is_a_request_or_malformed(field, value):
    message = json.dumps({**GOOD, field: value}).encode() + b"\n"
    try:
        request = Request.from_bytes(message)
    except MalformedRequest:
        return
    assert isinstance(request.verb, Verb)
    assert all(path.is_absolute() for path in request.files)
    assert isinstance(request.activation_token, str)


@pytest.mark.parametrize(
    "change",
    [
        {"version": VERSION + 1},
        {"verb": "dance"},
        {"verb": ["open"]},
        {"files": "/a"},
        {"files": ["relative.txt"]},
        {"files": ["/a\0b"]},
        {"files": [None]},
        {"activation_token": "x" * (MAX_TOKEN + 1)},
        {"activation_token": 1},
    ],
)
def test_what_is_not_as_agreed_is_refused(change):
    with pytest.raises(MalformedRequest):
        Request.from_bytes(json.dumps({**GOOD, **change}).encode() + b"\n")


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"{}",
        b"[]\n",
        b"[" * 100_000 + b"\n",
        b"1" * 10_000 + b"\n",
        b" " * MAX_BYTES + b"\n",
        b"\xff\xfe{\n",
    ],
)
def test_what_is_no_message_is_refused(message):
    with pytest.raises(MalformedRequest):
        Request.from_bytes(message)


def test_the_longest_message_is_refused_before_it_is_sent():
    files = (Path("/" + "a" * 200),) * 2_000
    with pytest.raises(MalformedRequest, match="fewer files"):
        Request(Verb.OPEN, files).to_bytes()


def test_a_relative_file_is_refused_before_it_is_sent():
    with pytest.raises(MalformedRequest, match="whole path"):
        Request(Verb.OPEN, (Path("letter.txt"),)).to_bytes()
