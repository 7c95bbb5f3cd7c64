"""Crowds of clients that are slow on purpose: the server must let them go in time, and nobody else must notice."""

import os
import resource
import socket
import ssl
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from company import Company, arguments, require, require_equal
from conformance_cases import get, upgrade
from frames import PING, fields_of, frame
from lines import LOG_GET, Healthy, Impostor, field, p99

CLOSED_SECONDS, FORGOTTEN_SECONDS = 30, 60
FORGOTTEN_BYTES = 64 * 1024 * 1024
P99_SECONDS = 0.5
OPENERS = 4
ADDRESSES = 50  # what one address may do is limited
TRUST = ssl.create_default_context()


class Slow:
    """One connection: what it says at once, and then every second; whether it reads, and whether it gets as far as TLS."""

    def __init__(self, port, number, first, later, reads=True, secret=True):
        self.later, self.reads = later, reads
        line = socket.socket()
        if not reads:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
        line.settimeout(20)
        line.bind((f"127.0.5.{number % ADDRESSES + 1}", 0))
        line.connect(("127.0.0.1", port))
        self.socket = TRUST.wrap_socket(line, server_hostname="localhost") if secret else line
        self.socket.sendall(first)
        self.socket.setblocking(False)

    def go_on(self):
        """Until the server has gone; then the client stays, and does not close either."""
        try:
            if self.later:
                self.socket.sendall(self.later)
            while self.reads and self.socket.recv(4096):
                pass
        except (ssl.SSLWantReadError, ssl.SSLWantWriteError, BlockingIOError):
            pass
        except OSError:
            self.later, self.reads = b"", False


KINDS = {
    "slow header": dict(first=b"GET /sync HTTP/1.1\r\nX: ", later=b"x"),
    "slow body": dict(first=get(method=b"POST", more=b"Content-Length: 100000\r\n"), later=b"x"),
    "slow body to a page": dict(first=get(more=b"Transfer-Encoding: chunked\r\n"), later=b"1\r\nx\r\n"),
    "slow read": dict(first=get(b"/metrics"), later=b"", reads=False),
    "pings only": dict(first=upgrade(), later=frame(PING, b"still here")),
    "half a greeting": dict(first=b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", later=b"x", secret=False),
    "silence": dict(first=b"", later=b"", secret=False),
}


def files_of(process):
    return len(os.listdir(f"/proc/{process}/fd"))


def crowd(server, count, how):
    """Seconds from the last one's coming until the server has let all of them go."""
    before = files_of(server.process.pid)
    with ThreadPoolExecutor(OPENERS) as pool:
        slow = list(pool.map(lambda n: Slow(server.port, n, **how), range(count)))
    begun, most = time.monotonic(), files_of(server.process.pid) - before
    while files_of(server.process.pid) > before:
        require(time.monotonic() - begun < CLOSED_SECONDS, lambda: f"{files_of(server.process.pid) - before} are still there")
        for one in slow:
            one.go_on()
        time.sleep(1)
    for one in slow:
        one.socket.close()
    return time.monotonic() - begun, most


def main():
    options = arguments(slow=(50, "connections of each kind at a time"), rounds=(1, "of all kinds"), healthy=(2, "lines that must not notice"))
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(8192, resource.getrlimit(resource.RLIMIT_NOFILE)[1]),) * 2)
    with Company(options) as company:
        TRUST.load_verify_locations(company.ca)
        server = company.start_server()
        impostor = Impostor(company)
        admin = company.device("The Boss")
        others = [company.device(f"Person {n}") for n in range(options.healthy)]
        company.found(admin, impostor.url)
        admin.ok("space", "create", "Shared", "--kind", "team")
        company.enrol(admin, [(one, [("Shared", "writer")]) for one in others])
        log_get = next(field(*part) for part in fields_of(impostor.templates()[LOG_GET][0]) if part[0] == LOG_GET)
        healthy = Healthy(impostor, others, log_get)
        time.sleep(1)
        before, slowest, most = server.figures()["tern_resident_bytes"], {}, 0
        for _ in range(options.rounds):
            for kind, how in KINDS.items():
                try:
                    seconds, held = crowd(server, options.slow, how)
                except AssertionError as error:
                    raise AssertionError(f"{kind}: {error}") from None
                slowest[kind], most = max(seconds, slowest.get(kind, 0)), max(most, held)
        require(most > options.slow // 2, "the slow were never there together")
        ended = time.monotonic()
        while (after := server.figures()["tern_resident_bytes"]) > before + FORGOTTEN_BYTES:
            require(time.monotonic() - ended < FORGOTTEN_SECONDS, f"memory: {before} before, {after} after")
            time.sleep(1)
        times = healthy.stop()
        require(p99(times) < P99_SECONDS, f"p99 of the healthy: {p99(times):.3f} s")
        admin.sync()
        require_equal(server.kill(15), 0, "the server's exit status")
        print(f"slow: {options.rounds} x {options.slow} of {len(KINDS)} kinds, let go after at most "
              f"{', '.join(f'{kind} {seconds:.0f} s' for kind, seconds in slowest.items())}; {len(times)} healthy answers, p99 "
              f"{p99(times) * 1000:.0f} ms; resident {before // 1000} kB before, {after // 1000} kB after; {company.seconds()} s; {server.check()}")


if __name__ == "__main__":
    sys.exit(main())
