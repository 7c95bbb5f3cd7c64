"""kill -9 at random moments of a running sync: whatever a command has said to be done is there at the end, once."""

import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from company import Company, Outcome, arguments, in_parallel, require, require_equal, wait_until

DEVICES = 3
ROUND_EDITS = 6
SPACE = "Shared"


class Ledger:
    """What was promised, kept outside of the system: a command that ended with 0 must never be undone."""

    def __init__(self):
        self.created = {}  # record -> name
        self.written = []  # (record, value), in each record's order
        self.since = {}  # record -> values that killed commands may or may not have written after the last promised one
        self.killed = 0

    def note_create(self, outcome, name):
        if self.promised(outcome):
            self.created[outcome.json()["id"]] = name

    def note_set(self, outcome, record, value):
        if self.promised(outcome):
            self.written.append((record, value))
            self.since[record] = []
        else:
            self.since.setdefault(record, []).append(value)

    def promised(self, outcome):
        """A command may end without a promise only because it was killed."""
        if outcome.status == 0:
            return True
        self.killed += 1
        require_equal(outcome.status, -signal.SIGKILL, f"{outcome}")
        return False


class Writer:
    """A device with a person who writes whatever happens, and a `tern sync` that dies and is started again."""

    def __init__(self, device, ledger, chance):
        self.device, self.ledger, self.chance = device, ledger, chance
        self.count = 0
        self.syncing = None
        self.writing = None

    def edit(self):
        self.count += 1
        mark = f"{self.device.name} {self.count}"
        mine = [record for record, name in list(self.ledger.created.items()) if name.startswith(self.device.name)]
        if mine and self.chance.random() < 0.4:
            record = self.chance.choice(mine)
            value = f"https://{self.count}.example/{self.device.login}"
            self.ledger.note_set(self.run("set", record, f"website={value}"), record, value)
        else:
            self.ledger.note_create(self.run("create", "account", f"name={mark}", "--space", SPACE, "--json"), mark)

    def edit_often(self):
        for _ in range(self.chance.randint(1, ROUND_EDITS)):
            self.edit()

    def run(self, *words):
        """As Device.run, but may be killed."""
        self.writing = self.device.start(*words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        out, err = self.writing.communicate()
        return Outcome(list(words), self.writing.returncode, out, err)

    def start_sync(self, watch):
        """Goes on with a sync that still runs; one that has ended is started anew."""
        if self.syncing is None or self.syncing.poll() is not None:
            self.syncing = self.device.start("sync", *(["--watch"] if watch else []))

    def kill_sync(self):
        if self.syncing is not None:
            self.syncing.kill()
            self.syncing.wait()
        self.syncing = None

    def kill(self):
        """The whole device: its sync, and the command that is just being written."""
        if self.writing is not None:
            self.writing.kill()
        self.kill_sync()


def kill_somebody(company, writers, chance):
    """After a random time of everybody at work; whether work was under way that the server had not acknowledged."""
    victim = chance.choice([None, None, *writers])
    with ThreadPoolExecutor(len(writers)) as pool:
        for writer in writers:
            writer.start_sync(watch=chance.random() < 0.6)
        editing = [pool.submit(writer.edit_often) for writer in writers]
        time.sleep(chance.randrange(1, 350_000) / 1e6)  # the moment itself is what is random here
        if victim is None:
            company.server.kill(signal.SIGKILL)
        else:
            victim.kill()
        unanswered = in_parallel(lambda writer: writer.device.pending() > 0, writers)
        for edits in editing:
            edits.result()
    if victim is None:
        company.server.start()
    return victim is None, any(unanswered)


def settle(writers):
    """Everybody's sync comes to its end, until nothing is left to send and nothing new arrives."""
    for writer in writers:
        writer.kill_sync()

    def quiet():
        results = [writer.device.sync() for writer in writers]
        return all(not (one["pushed"] or one["pulled"] or one["pending"]) for one in results)
    wait_until(quiet, 60, "all devices have the same")


def check_ledger(writers, ledger):
    """Each promise, on each device: the record once, the value live or in its history."""
    def check(writer):
        device = writer.device
        listed = device.json("list", "account")
        names = {}
        for one in listed:
            require(one["id"] not in names, f"{one['id']} twice on {device.name}")
            names[one["id"]] = one["name"]
        require_equal(len(set(names.values())), len(names), f"names, each made once, on {device.name}")
        for record, name in ledger.created.items():
            require_equal(names.get(record), name, f"the account {record} on {device.name}")
        live = {one["id"]: one.get("website") for one in listed}
        newest = dict(ledger.written)
        histories = {record: [str(entry["value"]) for entry in device.json("history", record)] for record in newest}
        for record, value in ledger.written:
            require_equal(histories[record].count(value), 1, f"{value} in the history of {record} on {device.name}")
        for record, value in newest.items():  # one person writes a record's site, one after the other: the last one holds
            require(live[record] in [value, *ledger.since[record]], f"{record} has {live[record]}, not {value}")
        return len(listed)
    return in_parallel(check, writers)


def main():
    options = arguments(kills=(50, "how often something is killed"), seed=(1, "of all that is random here"))
    with Company(options) as company:
        company.start_server()
        chance = random.Random(options.seed)
        admin = company.device("The Boss")
        company.found(admin)
        admin.ok("space", "create", SPACE, "--kind", "team")
        guests = [company.device(f"Rep {number}") for number in range(DEVICES)]
        company.enrol(admin, [(guest, [(SPACE, "writer")]) for guest in guests])
        ledger = Ledger()
        writers = [Writer(device, ledger, random.Random(options.seed * 100 + number)) for number, device in enumerate(guests)]
        met, servers = 0, 0
        for _ in range(options.kills):
            was_server, unanswered = kill_somebody(company, writers, chance)
            servers += was_server
            met += unanswered
        settle([*writers, Writer(admin, ledger, chance)])
        counts = check_ledger([*writers, Writer(admin, ledger, chance)], ledger)
        hashes = {device.state_hash(SPACE) for device in [admin, *guests]}
        require_equal(len(hashes), 1, "different states after the kills")
        for device in [admin, *guests]:
            device.ok("check")
        require_equal(company.server.kill(signal.SIGTERM), 0, "the server's exit status")
        server = company.server.check()
        print(f"kills: seed {options.seed}, {options.kills} ({servers} of the server, {options.kills - servers} of a device's sync), "
              f"{met} met unacknowledged work; {len(ledger.created)} records and {len(ledger.written)} later values promised, "
              f"{ledger.killed} commands killed, {counts[0]} records on each of {len(counts)} devices; {company.seconds()} s; {server}")
        require(met * 2 >= options.kills, "too few kills met work that was not yet acknowledged")


if __name__ == "__main__":
    sys.exit(main())
