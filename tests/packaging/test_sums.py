import hashlib

import pytest

from assets.packaging.errors import BuildError
from assets.packaging.sums import write_sums
from tests.packaging.frozen_program import make_context


def test_every_product_of_this_version_is_summed_and_nothing_else(tmp_path):
    context = make_context(tmp_path)
    for name in (
        "copyedge_1.2.3_amd64.deb",
        "copyedge-1.2.3-linux.tar.xz",
        "copyedge-1.2.2.exe",
        "x",
    ):
        (context.out / name).write_text(name, encoding="utf-8")
    write_sums(context)
    write_sums(context)
    lines = (context.out / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert lines == [
        f"{hashlib.sha256(name.encode()).hexdigest()}  {name}"
        for name in ("copyedge-1.2.3-linux.tar.xz", "copyedge_1.2.3_amd64.deb")
    ]


def test_without_products_no_sums_are_written(tmp_path):
    context = make_context(tmp_path)
    with pytest.raises(BuildError, match=r"nothing of version 1\.2\.3"):
        write_sums(context)
    assert not (context.out / "SHA256SUMS").exists()


def test_reports_that_are_written_again_later_have_no_sum(tmp_path):
    context = make_context(tmp_path)
    for ending in ("-linux.cdx.json", "-sizes.txt", "-clean-root-test.txt"):
        context.product(ending).write_text("of an earlier run", encoding="utf-8")
    write_sums(context)
    lines = (context.out / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert [line.split("  ")[1] for line in lines] == ["copyedge-1.2.3-linux.cdx.json"]
