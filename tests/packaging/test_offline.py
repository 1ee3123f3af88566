import pytest

from assets.packaging.offline import SocketCall, forbidden, read_trace

SCREEN = (
    '81 connect(4, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X64"}, 20) = -1 ECONNREFUSED\n'
)
INSTANCE = '81 bind(9, {sa_family=AF_UNIX, sun_path="/tmp/copyedge-1000/instance-64"}, 110) = 0\n'


def test_calls_are_read_with_family_and_path():
    assert read_trace([SCREEN, INSTANCE]) == [
        SocketCall("connect", "UNIX", "@/tmp/.X11-unix/X64"),
        SocketCall("bind", "UNIX", "/tmp/copyedge-1000/instance-64"),
    ]


def test_the_screen_and_the_instance_socket_are_allowed():
    renamed = INSTANCE.replace("instance-64", ".drWTXM/s")
    trace = [SCREEN, INSTANCE, renamed, "81 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 4\n"]
    assert forbidden(read_trace(trace)) == []


@pytest.mark.parametrize(
    "line",
    [
        "7 socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_IP) = 5",
        "7 socket(AF_INET6, SOCK_DGRAM, IPPROTO_UDP) = -1 EAFNOSUPPORT",
        "7 socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_ROUTE) = 5",
        "7 connect(5, {sa_family=AF_INET, sin_port=htons(443)}, 16) = 0",
        '7 sendto(5, "x", 1, 0, {sa_family=AF_INET6, sin6_port=htons(53)}, 28) = 1',
        '7 connect(5, {sa_family=AF_UNIX, sun_path="/run/docker.sock"}, 110) = 0',
        "[pid 7] socket(AF_PACKET, SOCK_RAW, 768) = 5",
    ],
)
def test_whatever_else_is_asked_for_is_found(line):
    assert len(forbidden(read_trace([SCREEN, line, INSTANCE]))) == 1


def test_lines_of_other_calls_are_passed_over():
    assert read_trace(['7 openat(AT_FDCWD, "/etc/hosts", O_RDONLY) = 3', "7 +++ exited +++"]) == []
