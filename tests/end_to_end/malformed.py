"""Well-framed requests with something wrong inside, from strangers and from devices' own lines, while others work."""

import random
import socket
import ssl
import sys
import threading
import time

from company import Company, arguments, require, require_equal, wait_until
from conformance_cases import upgrade
from frames import fields_of
from lines import LOG_GET, REFUSAL, WELCOME, Healthy, Impostor, Line, field, number, p99, until_empty_line

BATCH = 20
STRANGERS = 3  # threads
STRANGERS_SHARE = 10  # one request in so many comes from somebody who has not logged in
GROWTH, P99_SECONDS = 1.05, 0.2
SERVERS_FAULT = {b"storage", b"internal", b"busy", b"network", b"canceled", b"wrong_key", b"newer_version"}  # what HTTP would call 5xx
REST_SECONDS = 0.5  # of the healthy devices, so that lines can be taken meanwhile
EDGES = (0, 1, 127, 128, 255, 2**31 - 1, 2**31, 2**32 - 1, 2**32, 2**63 - 1, 2**63, 2**64 - 1)
MOST = 60_000  # bytes: below what a stranger may send


class Mutator:
    """Real messages with a few things changed: as fields, so that much of it gets past the parser, or as bytes."""

    def __init__(self, templates, seed):
        self.templates, self.chance = templates, random.Random(seed)

    def message(self):
        return self.chance.choice(self.templates[self.chance.choice(sorted(self.templates))])

    def as_bytes(self):
        chance, data = self.chance, bytearray(self.message()[:MOST])
        for _ in range(chance.randrange(1, 6)):
            at = chance.randrange(len(data) + 1)
            kind = chance.randrange(6)
            if kind == 0 and data:
                data[at % len(data)] ^= 1 << chance.randrange(8)
            elif kind == 1:
                data[at:at + chance.randrange(1, 40)] = b""
            elif kind == 2:
                data[at:at] = chance.randbytes(chance.randrange(1, 40))
            elif kind == 3:
                data[at:at] = number(chance.choice(EDGES))
            elif kind == 4:
                other = self.message()[:MOST]
                data[at:] = other[chance.randrange(len(other) + 1):]
            else:
                data[at:at] = bytes(data[at:at + 200]) * chance.randrange(1, 20)
        return bytes(data[:MOST])

    def as_fields(self, request):
        kind, body = next((key, value) for key, value in fields_of(self.message()) if isinstance(value, bytes))
        if self.chance.random() < 0.1:
            kind = self.chance.randrange(2, 50)
        return field(1, request) + field(kind, self.changed(body, 3)[:MOST])

    def changed(self, body, depth):
        """The same message with fields lost, doubled, renamed and refilled; or other bytes, where it is no message."""
        chance = self.chance
        try:
            parts = list(fields_of(body))
        except ValueError:
            parts = []
        if not parts or depth == 0:
            return self.refilled(body)
        for _ in range(chance.randrange(1, 3)):
            at = chance.randrange(len(parts))
            key, value = parts[at]
            kind = chance.randrange(7)
            if kind == 0 and len(parts) > 1:
                del parts[at]
            elif kind == 1:
                parts[at:at] = [parts[at]] * chance.choice((1, 2, 20, 300))
            elif kind == 2:
                parts[at] = (chance.randrange(1, 20), value)
            elif isinstance(value, int):
                parts[at] = (key, chance.choice(EDGES) if chance.random() < 0.7 else chance.randrange(1 << 20))
            elif kind == 3:
                parts[at] = (key, self.refilled(value))
            else:
                parts[at] = (key, self.changed(value, depth - 1))
        return b"".join(field(key, value) for key, value in parts)

    def refilled(self, data):
        chance, kind = self.chance, self.chance.randrange(5)
        if kind == 0 or not data:
            return chance.randbytes(chance.choice((0, 1, 15, 16, 17, 32, 64, 1000, 20_000)))
        if kind == 1:
            return data[:chance.randrange(len(data))]
        if kind == 2:
            return bytes(len(data))
        out = bytearray(data)
        for _ in range(chance.randrange(1, 4)):
            out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
        return bytes(out)


class Attack:
    """Shares out the requests among threads, and keeps what the server said."""

    def __init__(self, company, impostor, insiders, options):
        self.port, self.impostor = company.server.port, impostor
        self.trust = ssl.create_default_context(cafile=company.ca)
        self.templates = impostor.templates()
        self.left = {True: options.requests - options.requests // STRANGERS_SHARE, False: options.requests // STRANGERS_SHARE}
        self.asked, self.refused, self.codes, self.failures, self.lines = 0, 0, {}, [], 0
        self.lock = threading.Lock()
        jobs = [(self._insider, device) for device in insiders] + [(self._stranger, n) for n in range(STRANGERS)]
        self.threads = [threading.Thread(target=self._run, args=(job, of, Mutator(self.templates, options.seed + n)))
                        for n, (job, of) in enumerate(jobs)]
        for thread in self.threads:
            thread.start()

    def _take(self, inside, most):
        with self.lock:
            taken = min(most, self.left[inside])
            self.left[inside] -= taken
            return taken

    def _run(self, job, of, mutator):
        try:
            job(of, mutator)
        except Exception as error:  # told by the main thread
            self.failures.append(f"{job.__name__}: {error!r}")

    def _judge(self, messages, line):
        with self.lock:
            for message in messages:
                for key, value in fields_of(message or b""):
                    require(key != WELCOME, "somebody got in")
                    if key == REFUSAL:
                        self.refused += 1
                        fault = dict(fields_of(value)).get(1)
                        require(fault not in SERVERS_FAULT, f"the server takes the blame: {value[:200]!r}")
            if None in messages:
                self.codes[line.closed_by] = self.codes.get(line.closed_by, 0) + 1
                require(line.closed_by in (1008, 1009), f"closed by {line.closed_by}")

    def _insider(self, device, mutator):
        line, request = None, 0
        probe = self.templates[LOG_GET][0]
        probe = next(field(key, value) for key, value in fields_of(probe) if key == LOG_GET)
        while count := self._take(True, BATCH):
            if line is None:
                line, self.lines = self.impostor.take(device), self.lines + 1
            request += BATCH + 1
            batch = [mutator.as_fields(request - i) if mutator.chance.random() > 0.002 else mutator.as_bytes() for i in range(1, count + 1)]
            try:
                line.say(*batch, field(1, request) + probe)
                answers = list(line.until(request))
            except ConnectionError:
                line, answers = None, []
            if line is not None:
                self._judge(answers, line)
                line = None if None in answers else line
            self.asked += count

    def _stranger(self, which, mutator):
        while self._take(False, 1):
            plain = socket.create_connection(("127.0.0.1", self.port), 20, (f"127.0.3.{which * 80 + self.asked % 80 + 1}", 0))
            with self.trust.wrap_socket(plain, server_hostname="localhost") as secret:
                secret.sendall(upgrade())
                head, rest = until_empty_line(secret)
                require(head.startswith(b"HTTP/1.1 101"), f"no upgrade: {head[:100]!r}")
                line = Line(secret)
                line.waiting = [payload for _, payload in line.frames.take(rest)]
                if mutator.chance.random() < 0.5:
                    line.hear()
                line.say(mutator.as_bytes() if mutator.chance.random() < 0.5 else mutator.as_fields(1))
                self._judge(list(line.until(-1)), line)
            self.asked += 1

    def done(self):
        return self.failures or not any(thread.is_alive() for thread in self.threads)


def works(device, others, number_):
    record = device.create("account", f"name=Healthy {number_}", "--space", "Shared")
    device.ok("set", record, f"employees={number_ + 1}")
    for one in (device, *others):
        require_equal(one.sync()["pending"], 0, "what the healthy device could not push")


def main():
    options = arguments(requests=(3000, "in all"), healthy=(3, "lines that must not notice"), insiders=(2, "lines that misbehave"),
                        seed=(1, "of the mutations"))
    with Company(options) as company:
        server = company.start_server()
        impostor = Impostor(company)
        admin, guest = company.device("The Boss"), company.device("Rep One")
        others = [company.device(f"Person {n}") for n in range(options.healthy + options.insiders)]
        company.found(admin, impostor.url)
        admin.ok("space", "create", "Shared", "--kind", "team")
        company.enrol(admin, [(one, [("Shared", "writer")]) for one in (guest, *others)])
        works(admin, [guest], 0)
        process, begun = server.process.pid, time.monotonic()
        attack = Attack(company, impostor, others[options.healthy:], options)
        log_get = next(field(*part) for part in fields_of(attack.templates[LOG_GET][0]) if part[0] == LOG_GET)
        healthy = Healthy(impostor, others[:options.healthy], log_get)
        wait_until(lambda: attack.asked >= options.requests // 5 or attack.done(), 3600, "the warm-up")
        warm, rounds = server.figures()["tern_resident_bytes"], 1
        while not attack.done():
            with impostor.lock:  # an own line is not to be taken for a device's
                works(*((admin, [guest]) if rounds % 2 else (guest, [admin])), rounds)
            rounds += 1
            time.sleep(REST_SECONDS)
        for thread in attack.threads:
            thread.join()
        require(not attack.failures, lambda: str(attack.failures))
        seconds, times = time.monotonic() - begun, healthy.stop()
        require(server.runs() and server.process.pid == process, "the server has died")
        figures = server.figures()
        grown = figures["tern_resident_bytes"] / warm
        require(grown < GROWTH, f"memory grew by {grown:.3f}, from {warm}: {figures}")
        require(p99(times) < P99_SECONDS, f"p99 of the healthy: {p99(times):.3f} s")
        require_equal(attack.asked, options.requests, "requests")
        admin.sync()
        guest.sync()
        require_equal(admin.state_hash("Shared"), guest.state_hash("Shared"), "the healthy devices' states")
        require_equal(server.kill(15), 0, "the server's exit status")
        print(f"malformed: {attack.asked} requests of {len(attack.templates)} kinds in {seconds:.0f} s, {attack.refused} refused, lines closed "
              f"{attack.codes}, {attack.lines} lines of devices; {len(times)} healthy answers, p99 {p99(times) * 1000:.0f} ms, the slowest "
              f"{times[-1] * 1000:.0f} ms; {rounds} healthy edits; resident {warm // 1000} kB after a fifth, x{grown:.3f} at the end; "
              f"{company.seconds()} s; {server.check()}")


if __name__ == "__main__":
    sys.exit(main())
