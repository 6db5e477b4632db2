"""Installs Debian packages, when this machine permits it.

The one idea: ask apt only when something is missing, refresh its lists only when the first attempt fails, and otherwise
leave a sentence that a system administrator can act on. Standard library only; it decides nothing about what is needed.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence


def privilege() -> list[str] | None:
    """The words to put before a command to run it as root: [] for root, sudo without a password, or None if neither."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    return None


def refusal() -> str | None:
    """Why nothing can be installed here, or None when it can."""
    if shutil.which("apt-get") is None:
        return "this machine has no apt-get"
    if privilege() is None:
        return "neither root nor sudo without a password is available"
    return None


def install(packages: Sequence[str]) -> bool:
    """Install with apt-get, quietly and without questions; refresh the lists once if that fails; True if installed."""
    before = privilege()
    if before is None or shutil.which("apt-get") is None:
        return False
    # `env` carries the setting through sudo, which clears the environment.
    apt = [*before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-y", "-qq"]
    wanted = [*apt, "install", "--no-install-recommends", *packages]
    if subprocess.run(wanted, capture_output=True, stdin=subprocess.DEVNULL, check=False).returncode == 0:
        return True
    print("      refreshing the package lists", flush=True)
    subprocess.run([*apt, "update"], stdin=subprocess.DEVNULL, check=False)
    return subprocess.run(wanted, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False).returncode == 0
