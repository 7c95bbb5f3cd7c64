#!/usr/bin/env python3
"""A company of two on this machine: what ./dev run shows.

A server that cannot read, an admin and a rep with a device each, work done offline on both sides, and what becomes of it.
Everything stays in the folder given, so a second run goes on where the first one ended.
"""
import json
import os
import signal
import subprocess
import sys
import time

FIRST = ["Northwind", "Bluebird", "Harbour", "Granite", "Meadow", "Silver", "Copper", "Maple", "Falcon", "Orchard"]
SECOND = ["Logistics", "Foods", "Robotics", "Textiles", "Energy", "Pharma", "Tools", "Optics", "Paper", "Ceramics"]
CITY = ["上海", "深圳", "杭州", "成都", "苏州", "青岛", "厦门", "武汉", "宁波", "西安"]
TRADE = ["星河科技", "远航物流", "东方医疗", "华光电子", "金桥贸易", "绿源食品", "云海软件", "新锐机械", "天工材料", "明德教育"]


class Demo:
    def __init__(self, programs, folder):
        self.programs, self.folder = programs, os.path.abspath(folder)
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


def companies_csv(path):
    with open(path, "w", encoding="utf-8") as file:
        file.write("number,name,city,employees\n")
        for i in range(100):
            english, chinese = FIRST[i % 10] + " " + SECOND[i // 10], CITY[i % 10] + TRADE[i // 10]
            file.write(f"E{i:03},{english},Hamburg,{20 + 37 * i % 900}\nC{i:03},{chinese},{CITY[i % 10]},{15 + 53 * i % 1200}\n")


def settle_in(demo):
    """The first run only: an org, a rep, a book that both may write, two hundred companies."""
    print("* Anna makes the org \"Tern Demo\"; her device makes all the keys, the server gets none of them.")
    demo.tern("anna", "org", "create", "--server", "ws://" + demo.address, "--org", "Tern Demo", "--email", "anna@demo.test", "--name", "Anna")
    book = demo.tern("anna", "space", "create", "North", "--kind", "book")["id"]
    print("* She invites 李明, who joins with a device of his own; her device lets him in at its next sync, by itself.")
    link = demo.tern("anna", "invite", "--email", "liming@demo.test", "--name", "李明", "--space", book + ":writer")["code"]
    demo.tern("anna", "sync")
    demo.tern("liming", "join", link, "--email", "liming@demo.test")
    demo.tern("anna", "sync")
    demo.tern("liming", "sync")
    companies_csv(demo.path("companies.csv"))
    report = demo.tern("anna", "import", demo.path("companies.csv"), "--entity", "account", "--space", book,
                       "--map", "number=external_id,city=billing_addr_city")
    demo.tern("anna", "sync")
    demo.tern("liming", "sync")
    print(f"* Anna imports {report['created']} companies, English and Chinese, and both devices sync.")
    with open(demo.path("ready"), "w") as file:
        file.write(book)


def work_offline(demo, book):
    """Both edit without the network: different fields of one record, the same field of another."""
    accounts = demo.tern("liming", "list", "account", "--where", "space=" + book, "--sort", "external_id", "--limit", "3")
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


def server_view(demo):
    seen = b""
    for name in os.listdir(demo.path("server")):
        path = demo.path("server", name)
        if os.path.isfile(path):
            with open(path, "rb") as file:
                seen += file.read()
    found = [word for word in FIRST + TRADE + ["liming", "李明"] if word.encode() in seen]
    stats = subprocess.run([os.path.join(demo.programs, "tern-server"), "stats", "--data", demo.path("server")], capture_output=True, text=True).stdout
    print(f"* What the server saw: {len(seen) // 1024} KiB, in which {len(found)} of {len(FIRST + TRADE) + 2} names occur.")
    print("  " + stats.strip().replace("\n", "\n  "))


def main():
    demo = Demo(sys.argv[1], sys.argv[2])
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
        server_view(demo)
    finally:
        demo.stop_server()
    print(f"\nLook around: {os.path.relpath(os.path.join(demo.programs, 'tern'))} --data {os.path.relpath(demo.path('anna'))} --device-key-file "
          f"{os.path.relpath(demo.path('anna.key'))} list account --limit 10")


if __name__ == "__main__":
    main()
