"""What goes wrong on people's machines: each time one clear line, the right exit status, and nothing lost."""

import contextlib
import csv
import os
import re
import shutil
import subprocess
import sys

from company import Company, arguments, require, require_equal, wait_until

DISK_BYTES = 12_000_000
LAST_BYTES = 600_000  # left for the last records, so that the disk fills up in the middle of a write
READING_BYTES = 128 * 1024  # SQLite's shared memory beside a WAL: on a disk without these even reading fails
IMPORTED_ROWS = 20_000


class Judge:
    """Counts the troubles; a refusal must not change what the device holds."""

    def __init__(self):
        self.seen, self.skipped = 0, []

    def refused(self, device, words, says, status=1, **how):
        outcome = device.run(*words, **how)
        require_equal((outcome.status, outcome.out), (status, ""), f"{outcome}")
        require(re.fullmatch(r"tern: [^\n]+\n", outcome.err), lambda: f"not one clear line: {outcome.err!r}")
        require(re.search(says, outcome.err), lambda: f"{outcome.err!r} does not say {says!r}")
        self.seen += 1

    @contextlib.contextmanager
    def nothing_lost(self, device):
        before = device.state_hash()
        yield
        require_equal(device.state_hash(), before, "the device's state after trouble")
        device.ok("check")


def wrong_command_lines(judge, device):
    for words, says in ((["frobnicate"], "help"), (["list"], "entity|ENTITY|required|help"), (["list", "account", "--limit", "none"], "limit"),
                        (["sync", "--sideways"], "sideways"), (["create"], "required|help"), ([], "subcommand")):
        judge.refused(device, words, says, status=2)
    server = subprocess.run([device.company.options.server, "serve", "--sideways"], capture_output=True, text=True)
    require_equal((server.returncode, server.stdout), (2, ""), "the server's exit status for a wrong option")
    judge.refused(device, ["get", "no-such-record"], "no-such-record|record")
    judge.refused(device, ["list", "castle"], "castle")
    judge.refused(device, ["import", "/nowhere.csv", "--entity", "account"], "nowhere")


def wrong_keys(judge, device):
    without_file = {"TERN_DEVICE_KEY_FILE": ""}
    judge.refused(device, ["status"], "password", environment={**without_file, "TERN_PASSWORD": "not this one"})
    judge.refused(device, ["status"], "password", environment={**without_file, "TERN_PASSWORD": ""})
    other = device.key.with_name("other-key")
    other.write_bytes(os.urandom(32))
    other.chmod(0o600)
    judge.refused(device, ["status"], "device key", environment={"TERN_DEVICE_KEY_FILE": str(other)})
    other.write_bytes(b"short")
    judge.refused(device, ["status"], "32 bytes", environment={"TERN_DEVICE_KEY_FILE": str(other)})
    judge.refused(device, ["status"], "no device key file", environment={"TERN_DEVICE_KEY_FILE": str(other) + "-gone"})
    device.key.chmod(0o644)
    judge.refused(device, ["status"], "others may read.*chmod", timeout=10)
    device.key.chmod(0o600)
    require_equal(device.run("status", environment=without_file).status, 0, "the right password, without a key file")


def newer_version(judge, device):
    vault = device.folder / "vault"
    whole = vault.read_bytes()
    vault.write_bytes(whole[:4] + bytes([whole[4] + 1]) + whole[5:])
    judge.refused(device, ["list", "account"], "newer version.*install")
    vault.write_bytes(whole[:20])
    judge.refused(device, ["list", "account"], "damaged")
    vault.write_bytes(whole)


def lost_database(judge, device):
    """A vault without its database must not become a new, empty database."""
    aside = device.folder.with_name("aside")
    aside.mkdir()
    for file in device.folder.glob("tern.db*"):
        file.rename(aside / file.name)
    judge.refused(device, ["list", "account"], "missing or empty")
    (device.folder / "tern.db").touch()
    judge.refused(device, ["list", "account"], "missing or empty")
    for file in aside.iterdir():
        file.replace(device.folder / file.name)


def newcomers(judge, admin, guest):
    """Invitations that are mistyped or come too early, and a colleague who grants what nobody asked for."""
    join = ["--email", guest.login, "--ca", admin.company.ca]
    judge.refused(admin, ["invite", "--email", admin.login.upper()], "login already")
    link = admin.ok("invite", "--email", guest.login, "--name", guest.name).out.strip()
    judge.refused(guest, ["join", link, "--email", "somebody@else.example", "--ca", admin.company.ca], "another login")
    judge.refused(guest, ["join", link, *join], "run `tern sync`")
    admin.sync()
    guest.ok("join", link, *join)
    admin.sync()
    guest.sync()
    guest.ok("space", "create", "Trap", "--kind", "book")
    judge.refused(guest, ["space", "create", "Trap"], "already")
    judge.refused(guest, ["space", "create", "long" * 60], "shorten")
    guest.ok("space", "grant", "Trap", admin.login, "writer")
    guest.sync()
    admin.sync()
    trap = next(space["id"] for space in admin.json("space", "list") if space["name"] == "Trap")
    record = admin.create("account", "name=Not for everybody")
    require(admin.json("get", record)["space"] != trap, "a grant by anybody redirects what is written without a space")


def second_sync(judge, device):
    watching = device.start("sync", "--watch", "--json", stdout=subprocess.PIPE)
    try:
        watching.stdout.readline()  # it has settled, so it holds the lock
        judge.refused(device, ["sync"], "another process is syncing")
        record = device.create("account", "name=Beside a running sync")
        wait_until(lambda: device.pending() == 0, 20, "the running sync sends what others write")
        device.ok("delete", record)
    finally:
        watching.terminate()
        require_equal(watching.wait(), 0, "the exit status of a watch that was asked to end")
        watching.stdout.close()
    device.sync()


def no_server(judge, device):
    device.create("account", "name=Written offline")
    judge.refused(device, ["sync"], "server|network|connect")
    require(device.pending() > 0, "what was written offline waits")


def interrupted_import(judge, device):
    """kill -9 in the middle: what is there is whole rows, and the same command again brings the rest, once."""
    path = device.company.path / "contacts.csv"
    with open(path, "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["external_id", "family_name", "given_name", "department"])
        rows.writerows([f"c{n}", f"Last{n}", f"First{n}", f"Room {n}"] for n in range(IMPORTED_ROWS))
    words = ["import", path, "--entity", "contact", "--json", "--map", "source_system='test'"]
    running = device.start(*words)
    wait_until(lambda: device.json("list", "contact", "--limit", 1), 60, "the import's first batch")
    running.kill()
    running.wait()
    there = device.json("list", "contact")
    require(0 < len(there) < IMPORTED_ROWS, f"killed in the middle: {len(there)} rows")
    for one in there:
        number = one["external_id"][1:]
        require_equal((one["family_name"], one["given_name"], one["department"]),
                      (f"Last{number}", f"First{number}", f"Room {number}"), "a row of an interrupted import")
    report = device.json(*words[:-3], *words[-2:])
    require_equal((report["created"], report["merged"], report["updated"], report["refused"]),
                  (IMPORTED_ROWS - len(there), len(there), 0, []), "the import that goes on")
    require_equal(len({one["external_id"] for one in device.json("list", "contact")}), IMPORTED_ROWS, "rows after both")
    require_equal(len(device.json("list", "contact")), IMPORTED_ROWS, "rows after both")
    judge.seen += 1
    return len(there)


@contextlib.contextmanager
def small_disk(folder):
    """A file system of its own, if this user may mount one."""
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", folder], capture_output=True)
    try:
        yield mounted.returncode == 0
    finally:
        if mounted.returncode == 0:
            subprocess.run(["umount", folder], check=True)


def remount(folder, how):
    subprocess.run(["mount", "-o", f"remount,{how}", folder], check=True, capture_output=True)


def fill(path):
    with open(path, "wb", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(bytes(4096)):
            pass


def bad_disks(judge, device):
    """The same device on a disk that is full, then on one that is read-only."""
    with small_disk(device.company.path / "disk") as may_mount:
        if not may_mount:
            judge.skipped.append("full and read-only disks (mounting needs root)")
            return 0
        disk = device.company.path / "disk"
        device.folder = shutil.copytree(device.folder, disk / "data")
        written = full_disk(judge, device, disk)
        with judge.nothing_lost(device):
            remount(disk, "ro")
            judge.refused(device, ["create", "account", "name=Nowhere to write"], "may be written to|cannot be written to")
            judge.refused(device, ["sync"], "may be written to|cannot be written to")
            remount(disk, "rw")
        return written


def full_disk(judge, device, disk):
    kept = {one["id"] for one in device.json("list", "account")}
    fill(disk / "filler")
    os.truncate(disk / "filler", (disk / "filler").stat().st_size - LAST_BYTES)
    written = 0
    for number in range(10_000):
        outcome = device.run("create", "account", f"name=On a full disk {number}", "description=" + "x" * 3000, "--json")
        if outcome.status != 0:
            break
        kept.add(outcome.json()["id"])
        written += 1
    judge.refused(device, ["create", "account", "name=One more", "description=" + "y" * 3000], "full|room|space")
    os.truncate(disk / "filler", (disk / "filler").stat().st_size - READING_BYTES)
    require({one["id"] for one in device.json("list", "account")} == kept, "what was told to be done is there, and no more")
    require(written > 0, "the disk was full before anything was written to it")
    (disk / "filler").unlink()
    device.create("account", "name=There is room again")
    device.ok("check")
    return written


def main():
    options = arguments()
    judge = Judge()
    with Company(options) as company:
        company.start_server()
        device = company.device("The Boss")
        company.found(device)
        device.sync()
        device.create("account", "name=Acme")
        for trouble in (wrong_command_lines, wrong_keys, newer_version, lost_database):
            with judge.nothing_lost(device):
                trouble(judge, device)
        newcomers(judge, device, company.device("Rep One"))
        second_sync(judge, device)
        company.server.kill()
        company.server = None
        no_server(judge, device)
        written = bad_disks(judge, company.device("The Boss"))
        there = interrupted_import(judge, device)
        device.ok("check")
        print(f"trouble: {judge.seen} refusals, each in one line; {written} records went onto a full disk; an import of "
              f"{IMPORTED_ROWS} rows killed at {there}; skipped: {', '.join(judge.skipped) or 'nothing'}; {company.seconds()} s")


if __name__ == "__main__":
    sys.exit(main())
