import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.serving.errors import RequestError
from app.serving.http.annotations import read_annotations

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(("annotation", "text", "markup", "interpretAs", "x")), inner, max_size=3
        )
    ),
    max_leaves=12,
)


def test_markup_is_part_of_the_source_and_read_as_told():
    content = json.dumps(
        {
            "annotation": [
                {"text": "A "},
                {"markup": "<b>"},
                {"text": "test"},
                {"markup": "</b><p>", "interpretAs": "\n\n"},
                {"text": "End"},
            ]
        }
    )
    source, passage = read_annotations(content)
    assert source == "A <b>test</b><p>End"
    assert passage.reading == "A test\n\nEnd"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("{", "not valid JSON"),
        ("[" * 100_000, "not valid JSON"),
        ("[]", "must be an object"),
        ('{"annotation": {}}', "needs a list"),
        ("{}", "needs a list"),
        ('{"annotation": [{"text": "a", "markup": "b"}]}', "either 'text' or 'markup'"),
        ('{"annotation": [{"text": 1}]}', "must be a string"),
        ('{"annotation": ["a"]}', "either 'text' or 'markup'"),
        ('{"annotation": [{"markup": "a", "interpretAs": null}]}', "must be a string"),
    ],
)
def test_what_is_not_of_the_form_is_refused_with_a_sentence(content, complaint):
    with pytest.raises(RequestError, match=complaint):
        read_annotations(content)


@given(JSON)
def test_any_json_is_read_or_refused(value):
    try:
        source, passage = read_annotations(json.dumps(value))
    except RequestError:
        return
    assert isinstance(source, str)
    assert isinstance(passage.reading, str)
