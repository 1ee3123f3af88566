import struct

import pytest
from PySide6.QtGui import QImage, QImageReader

from assets.packaging.icons import ICNS_TYPES, ICO_SIZES, SIZES, draw_icons, pack_icns, pack_ico
from tests.packaging.contexts import make_context


@pytest.fixture
def context(qapp, tmp_path):
    made = make_context(tmp_path)
    draw_icons(made)
    return made


def test_every_size_is_drawn_and_not_empty(context):
    for size in SIZES:
        picture = QImage(str(context.icons / f"copyedge-{size}.png"))
        assert (picture.width(), picture.height()) == (size, size)
        assert picture.pixelColor(size // 2, size // 2).alpha() > 0


def test_drawing_again_gives_the_same_bytes(context):
    before = {path.name: path.read_bytes() for path in context.icons.iterdir()}
    draw_icons(context)
    assert {path.name: path.read_bytes() for path in context.icons.iterdir()} == before


def test_the_windows_icon_opens_in_all_its_sizes(context):
    reader = QImageReader(str(context.icons / "copyedge.ico"))
    widths = []
    for number in range(reader.imageCount()):
        assert reader.jumpToImage(number)
        widths.append(reader.read().width())
    assert widths == list(ICO_SIZES)


def test_entries_of_the_windows_icon_point_at_their_pictures():
    pictures = {size: b"PNG%d" % size for size in SIZES}
    packed = pack_ico(pictures)
    for number, size in enumerate(ICO_SIZES):
        entry = struct.unpack_from("<BBBBHHII", packed, 6 + 16 * number)
        length, offset = entry[6:]
        assert entry[0] == size % 256
        assert packed[offset : offset + length] == pictures[size]


def test_entries_of_the_macos_icon_add_up_to_its_length():
    packed = pack_icns({size: bytes(size) for size in SIZES})
    assert struct.unpack_from(">I", packed, 4)[0] == len(packed)
    place, kinds = 8, []
    while place < len(packed):
        kinds.append(packed[place : place + 4])
        place += struct.unpack_from(">I", packed, place + 4)[0]
    assert (place, kinds) == (len(packed), [kind for kind, _ in ICNS_TYPES])
