#!/usr/bin/env python3
"""A company of forty on this machine, two of whom have a device here: what ./dev run shows.

A server that cannot read, an admin and a rep with a device each, work done offline on both sides, and what becomes of it.
Everything stays in the folder given, so a second run goes on where the first one ended.
"""
import json
import os
import signal
import subprocess
import sys
import time


class Demo:
    def __init__(self, programs, folder, accounts):
        self.programs, self.folder, self.accounts = programs, os.path.abspath(folder), accounts
        self.server = None

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def tern(self, who, *args, check=True):
        command = [os.path.join(self.programs, "tern"), "--data", self.path(who), "--device-key-file", self.path(who + ".key"), "--json", *args]
        done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "TERN_PASSWORD": "a demo needs no secret"})
        if check and done.returncode != 0:
            sys.exit(done.stderr.strip())
        text = done.stdout.strip()
        return json.loads(text) if text[:1] in "[{" and text else text

    def start_server(self):
        port_file = self.path("port")
        port = open(port_file).read().strip() if os.path.exists(port_file) else "0"
        command = [os.path.join(self.programs, "tern-server"), "serve", "--data", self.path("server"), "--listen", "127.0.0.1:" + port, "--insecure"]
        self.server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=open(self.path("server.log"), "a"), text=True)
        line = self.server.stdout.readline().strip()
        if not line.startswith("listening on "):
            sys.exit("the server did not start; see " + self.path("server.log"))
        self.address = line.removeprefix("listening on ")
        with open(port_file, "w") as file:
            file.write(self.address.rsplit(":", 1)[1])

    def stop_server(self):
        if self.server:
            self.server.send_signal(signal.SIGTERM)
            self.server.wait()


def settle_in(demo):
    """The first run only: an org, its two years of business, and a rep who joins with a device of his own."""
    print("* Anna makes the org \"Tern Demo\"; her device makes all the keys, the server gets none of them.")
    demo.tern("anna", "org", "create", "--server", "ws://" + demo.address, "--org", "Tern Demo", "--email", "anna@demo.test", "--name", "Anna")
    filled = subprocess.run([os.path.join(demo.programs, "tern-demo-company"), "--data", demo.path("anna"), "--device-key-file", demo.path("anna.key"),
                             "--accounts", str(demo.accounts)], capture_output=True, text=True)
    if filled.returncode != 0:
        sys.exit(filled.stderr.strip())
    made = json.loads(filled.stdout)
    print(f"* Two years of business: {made['accounts']} customers in China and Europe, {made['records']} records in {made['spaces']} spaces.")
    spaces = demo.tern("anna", "space", "list")
    book = max((space for space in spaces if space["kind"] == "book"), key=lambda space: (space["records"], space["name"]))
    pool = next(space for space in spaces if space["kind"] == "pool")
    print(f"* She invites 李明, who takes over the book of {book['name'].rsplit(' ', 1)[0]}; her device lets him in at its next sync, by itself.")
    link = demo.tern("anna", "invite", "--email", "liming@demo.test", "--name", "李明", "--space", book["id"] + ":writer", "--space", pool["id"] + ":writer")["code"]
    demo.tern("anna", "sync")
    demo.tern("liming", "join", link, "--email", "liming@demo.test")
    demo.tern("anna", "sync")
    demo.tern("liming", "sync")
    held = [sum(space["records"] for space in demo.tern(who, "space", "list")) for who in ("anna", "liming")]
    print(f"* Both devices sync: Anna holds {held[0]} records, 李明 the {held[1]} that he may see.")
    with open(demo.path("ready"), "w") as file:
        file.write(book["id"])


def needles(demo, book):
    """Names that the server must not know: of the book's customers, and of the people."""
    return [account["name"] for account in demo.tern("anna", "list", "account", "--where", "space=" + book)] + ["liming", "李明", "Tern Demo"]


def work_offline(demo, book):
    """Both edit without the network: different fields of one record, the same field of another."""
    accounts = demo.tern("liming", "list", "account", "--where", "space=" + book, "--sort", "account_no", "--limit", "3")
    one, two, three = (account["id"] for account in accounts)
    now = time.strftime("%H:%M:%S")
    demo.tern("anna", "set", one, "employees=" + str(100 + int(time.time()) % 800))
    demo.tern("liming", "set", one, "website=https://example.test/" + now)
    demo.tern("liming", "set", two, "description=called at " + now + ", wants an offer")
    demo.tern("anna", "set", two, "description=visited at " + now + ", not interested")
    demo.tern("liming", "create", "account", "name=蓝海咨询 " + now, "--space", book)
    print(f"* Offline, Anna changes the head count of \"{accounts[0]['name']}\" and 李明 its website.")
    print(f"* Offline, both write a description of \"{accounts[1]['name']}\"; 李明 also adds a company that he met.")
    pending = [demo.tern(who, "status")["pending"] for who in ("anna", "liming")]
    print(f"  Waiting to be sent: Anna {pending[0]} changes, 李明 {pending[1]}.")
    return one, two


def meet(demo, book, one, two):
    sent = [demo.tern(who, "sync") for who in ("liming", "anna", "liming")]
    print(f"* The network is back: 李明 sends {sent[0]['pushed']}, Anna sends {sent[1]['pushed']} and gets {sent[1]['pulled']}, 李明 gets {sent[2]['pulled']}.")
    left, right = (demo.tern(who, "get", one) for who in ("anna", "liming"))
    print(f"  Merged silently: {left['employees']} people and {left['website']}, on both devices: {left == right}.")
    winner = demo.tern("anna", "get", two)["description"]
    for conflict in demo.tern("liming", "conflicts"):
        if conflict["id"] == two and conflict["winner"] == winner:
            print(f"  Conflict kept for a person to settle: \"{conflict['winner']}\" stands (the later one),\n    \"{conflict['loser']}\" by {conflict['loser_by']} is kept beside it.")
            break
    hashes = [demo.tern(who, "state-hash", "--space", book) for who in ("anna", "liming")]
    print(f"  Both devices hold the same, byte for byte: {hashes[0] == hashes[1]} ({hashes[0]['hash'][:16]}…)")


def server_view(demo, names):
    seen = b""
    for name in os.listdir(demo.path("server")):
        path = demo.path("server", name)
        if os.path.isfile(path):
            with open(path, "rb") as file:
                seen += file.read()
    found = [name for name in names if name.encode() in seen]
    stats = subprocess.run([os.path.join(demo.programs, "tern-server"), "stats", "--data", demo.path("server")], capture_output=True, text=True).stdout
    print(f"* What the server saw: {len(seen) // 1024} KiB, in which {len(found)} of {len(names)} names occur.")
    print("  " + stats.strip().replace("\n", "\n  "))


def main():
    demo = Demo(sys.argv[1], sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else 300)
    os.makedirs(demo.folder, exist_ok=True)
    demo.start_server()
    try:
        print(f"* A server listens on {demo.address}, with its data in {os.path.relpath(demo.path('server'))}.")
        if os.path.exists(demo.path("ready")):
            print("* The company of the last run is still here; Anna and 李明 go on.")
        else:
            settle_in(demo)
        with open(demo.path("ready")) as file:
            book = file.read()
        one, two = work_offline(demo, book)
        meet(demo, book, one, two)
        server_view(demo, needles(demo, book))
    finally:
        demo.stop_server()
    print(f"\nLook around: {os.path.relpath(os.path.join(demo.programs, 'tern'))} --data {os.path.relpath(demo.path('anna'))} --device-key-file "
          f"{os.path.relpath(demo.path('anna.key'))} list account --limit 10")


if __name__ == "__main__":
    main()
