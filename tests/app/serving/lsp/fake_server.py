"""A language server whose engine knows a few words: ``python -m ... RECORD DICTIONARY``.

Each sentence that the engine reads is written to RECORD as one line of JSON.
"""

import json
import sys
from pathlib import Path

from app.serving.engine import EnginePool
from app.serving.lsp import server
from tests.app.serving.stand_ins import WordCorrector


def main(record, dictionary):
    def note(sentence):
        with Path(record).open("a", encoding="utf-8") as file:
            file.write(json.dumps(sentence) + "\n")

    server.SETTLE_S = 0.02  # a test types without pauses, and waits for each answer
    corrector = WordCorrector(note)
    pool = EnginePool([lambda level: corrector], queue_limit=8)
    try:
        return server.serve_editor(pool, Path(dictionary), 0.5, sys.stdin.buffer, sys.stdout.buffer)
    finally:
        pool.close()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
