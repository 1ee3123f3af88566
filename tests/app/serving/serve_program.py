"""Run one of the serving verbs as the command line does: ``python -m ... serve|lsp OPTION ...``."""

import argparse
import sys

from app.command_line.console import Console
from app.serving.commands import add_lsp_parser, add_serve_parser, run_lsp, run_serve


def main(argv):
    parser = argparse.ArgumentParser()
    verbs = parser.add_subparsers(dest="verb", required=True)
    add_serve_parser(verbs)
    add_lsp_parser(verbs)
    arguments = parser.parse_args(argv)
    run = run_serve if arguments.verb == "serve" else run_lsp
    return run(arguments, Console.of_this_program())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
