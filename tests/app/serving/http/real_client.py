"""What language_tool_python makes of a server, printed as JSON: ``python -m ... PORT TEXT``."""

import json
import sys

import language_tool_python


def main(port, text):
    with language_tool_python.LanguageTool(
        "en-US", remote_server=f"http://127.0.0.1:{port}"
    ) as tool:
        matches = tool.check(text)
        tool.disabled_rules = {matches[0].rule_id}
        fewer = tool.check(text)
        answer = {
            "marked": [text[m.offset : m.offset + m.error_length] for m in matches],
            "replacements": [m.replacements for m in matches],
            "categories": [m.category for m in matches],
            "fewer": [text[m.offset : m.offset + m.error_length] for m in fewer],
            "corrected": language_tool_python.utils.correct(text, matches),
        }
        print(json.dumps(answer))
    try:
        language_tool_python.LanguageTool("de-DE", remote_server=f"http://127.0.0.1:{port}")
    except ValueError as error:
        print(json.dumps(str(error)))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
