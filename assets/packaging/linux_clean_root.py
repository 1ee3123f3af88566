"""Install the Debian package in a clean Debian, use it, remove it, and look for what is left.

One command shows that the package names all it needs (nothing else is there),
that the program works, and that only the user's own files outlive it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from assets.packaging.context import NAME, BuildContext
from assets.packaging.debian import deb_path
from assets.packaging.errors import BuildError
from assets.packaging.linux_journey import (
    Traveller,
    ask_the_servers,
    correct_in_the_window,
    correct_the_selection,
    correct_with_the_command,
    run_in_background,
)
from assets.packaging.linux_root import TOOLS as ROOT_TOOLS
from assets.packaging.linux_root import USER, USER_ID, CleanRoot, make_root
from assets.packaging.linux_screen import TOOLS as SCREEN_TOOLS
from assets.packaging.linux_screen import Screen
from assets.packaging.offline import TOOLS as OFFLINE_TOOLS
from assets.packaging.offline import prove_offline
from assets.packaging.tools import Tool
from assets.packaging.transcript import Transcript

TOOLS: tuple[Tool, ...] = (*ROOT_TOOLS, *SCREEN_TOOLS, *OFFLINE_TOOLS)
MOVING = (
    "dev",
    "home",
    "proc",
    "root",
    "run",
    "sys",
    "tmp",
    "var/cache",
    "var/lib/apt",
    "var/lib/dpkg",
    "var/log",
)
"""Where the system keeps books of its own; searched for our name all the same."""
SKELETON = (".bashrc", ".bash_logout", ".profile")
"""Files that every new user gets."""
BOOKS = ("var/log", "var/lib/dpkg/status-old", "var/cache/apt", "proc", "dev", "sys")
"""Where our name may stay: logs, the books of before, the fetched package."""


def prove_in_clean_root(context: BuildContext) -> None:
    """Install, use, trace, remove; the story goes to ``clean-root-test.txt`` beside the package.

    Raises:
        BuildError: at the first thing that is not as it should be.
    """
    deb = deb_path(context)
    if not deb.is_file():
        raise BuildError(f"{deb} is not there. Build it first: python build_installer.py")
    told = Transcript(context.say)
    try:
        told.heading("A clean Debian")
        root = make_root(context)
        told.command("cat /etc/os-release", root.run("cat", "/etc/os-release").splitlines()[0])
        before = set(tree_of(root.folder))
        install(root, deb, told)
        use(root, context, told)
        remove(root, told, before)
        told.heading("All of it holds")
        shutil.rmtree(root.folder)
    finally:
        told.save(context.product("-clean-root-test.txt"))


def install(root: CleanRoot, deb: Path, told: Transcript) -> None:
    """Install the package with apt, and see that no library is missing."""
    told.heading("Install")
    shutil.copyfile(deb, root.path(f"/srv/{deb.name}"))
    words = ["apt-get", "install", "-y", "--no-install-recommends", f"/srv/{deb.name}"]
    told.command(" ".join(words), root.run(*words))
    root.path(f"/srv/{deb.name}").unlink()
    told.command(f"dpkg -s {NAME}", "\n".join(root.run("dpkg", "-s", NAME).splitlines()[:2]))
    script = (
        f"export LD_LIBRARY_PATH=/usr/lib/{NAME}/_internal; "
        f"find /usr/lib/{NAME} -name '*.so*' -type f -exec ldd {{}} + | grep 'not found' || true"
    )
    missing = root.run("sh", "-c", script)
    told.check(missing == "", "every library that it links to is there", missing)


def use(root: CleanRoot, context: BuildContext, told: Transcript) -> None:
    """Use the program as a person would, then once more watched and without a network."""
    traveller = Traveller(
        command=lambda words: root.command(words, USER),
        environment=root.environment(USER),
        home=root.path(f"/home/{USER}"),
        inside=f"/home/{USER}",
    )
    told.heading("Use it")
    wrong = correct_with_the_command(traveller, told, context.version)
    ask_the_servers(traveller, told, wrong)
    with Screen() as screen:
        correct_in_the_window(traveller, told, screen, wrong)
        correct_the_selection(traveller, told, screen, wrong)
        run_in_background(traveller, told, screen)
        told.heading("Without a network, and traced")
        prove_offline(traveller, told, screen, wrong, context.work / "offline-trace.txt")


def remove(root: CleanRoot, told: Transcript, before: set[str]) -> None:
    """Remove the package and what came with it, and look for what is left."""
    told.heading("Remove")
    owned = root.run("dpkg", "-L", NAME).split("\n")
    told.command(f"apt-get purge -y {NAME}", root.run("apt-get", "purge", "-y", NAME))
    left = [path for path in owned if NAME in path and os.path.lexists(root.path(path))]
    told.check(not left, f"none of the package's {len(owned)} files is left", ", ".join(left))
    words = ["apt-get", "autoremove", "--purge", "-y"]
    told.command(" ".join(words), root.run(*words))
    named = [
        path
        for path in tree_of(root.folder)
        if NAME in Path(path).name.lower() and not path.startswith(BOOKS)
    ]
    foreign = [path for path in named if root.path(path).lstat().st_uid != USER_ID]
    told.check(not foreign, "what has our name belongs to the user", ", ".join(foreign))
    told.command(f"find / -name '*{NAME}*'", "\n".join(f"/{path}" for path in named))
    new = [
        path for path in tree_of(root.folder) if path not in before and not path.startswith(MOVING)
    ]
    told.check(not new, "no file is on the system that was not there before", ", ".join(new))
    home = root.path(f"/home/{USER}")
    told.command(f"find /home/{USER} -type f", "\n".join(files_of(home, home.stat().st_uid)))


def tree_of(folder: Path) -> Iterator[str]:
    """Yield the path of everything in a folder, relative to it, links not followed."""
    for place, folders, names in os.walk(folder):
        relative = Path(place).relative_to(folder)
        for name in (*folders, *names):
            yield (relative / name).as_posix()


def files_of(home: Path, owner: int = USER_ID) -> list[str]:
    """Return the files in a home that its user wrote (not the skeleton of every new user)."""
    return sorted(
        path.relative_to(home).as_posix()
        for path in home.rglob("*")
        if path.is_file() and path.stat().st_uid == owner and path.name not in SKELETON
    )
