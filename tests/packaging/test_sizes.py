from pathlib import PurePosixPath

import pytest

from assets.packaging.errors import BuildError
from assets.packaging.sizes import SizeReport, largest_parts, measure, report_sizes
from tests.packaging.contexts import make_context

MB = 1_000_000


def test_small_files_count_as_their_folder_and_large_ones_alone():
    files = [("a/big.so", 5 * MB), *((f"a/{number}.py", 100_000) for number in range(20))]
    parts = largest_parts((PurePosixPath(name), size) for name, size in files)
    assert parts == (("a/big.so", 5 * MB), ("a/", 2 * MB))


def test_the_report_names_no_more_than_ten_parts():
    assert len(largest_parts((PurePosixPath(f"x/{n}"), 2 * MB) for n in range(30))) == 10


@pytest.mark.parametrize(("download", "installed", "complaints"), [(60, 170, 0), (61, 171, 2)])
def test_budgets_are_kept_up_to_their_edge(download, installed, complaints):
    report = SizeReport((("x.deb", download * MB),), installed * MB, ())
    assert len(report.excess()) == complaints


def test_a_build_that_is_too_large_fails_and_a_quick_one_does_not(tmp_path):
    context = make_context(tmp_path)
    context.frozen.mkdir(parents=True)
    with (context.frozen / "copyedge").open("wb") as stream:
        stream.truncate(171 * MB)
    (context.out / "copyedge_1.2.3_amd64.deb").write_bytes(b"x")
    assert measure(context).downloads == (("copyedge_1.2.3_amd64.deb", 1),)
    with pytest.raises(BuildError, match=r"171\.0 MB of 170 allowed"):
        report_sizes(context)
    report_sizes(make_context(tmp_path, quick=True))
