"""Strangers throw everything at the server while a healthy device works on: it must not notice them."""

import http.client
import os
import random
import resource
import socket
import ssl
import sys
import threading
import time
from contextlib import ExitStack

from company import Company, arguments, require, require_equal, wait_until

HANDSHAKE_SECONDS = 10  # kHandshakeMs of sync_server/limits.h
SILENT = 200
RESIDENT_BYTES = 150_000_000  # the design's figure for a server of fifty writers
ROUNDS = 8


STRANGERS_ADDRESS = ("127.0.0.66", 0)  # not the healthy devices': what one address may do is limited


class Stranger:
    """Knows the server's address, and nothing else."""

    def __init__(self, company, chance):
        self.port, self.chance = company.server.port, chance
        self.trust = ssl.create_default_context(cafile=company.ca)

    def plain(self):
        return socket.create_connection(("127.0.0.1", self.port), HANDSHAKE_SECONDS * 2, STRANGERS_ADDRESS)

    def secret(self):
        return self.trust.wrap_socket(self.plain(), server_hostname="localhost")

    def upgraded(self):
        """A WebSocket like a device's, after the server's challenge."""
        line = self.secret()
        line.sendall(b"GET /sync HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                     b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
        answer = line.recv(4096)
        require(answer.startswith(b"HTTP/1.1 101"), lambda: f"no upgrade: {answer[:200]}")
        return line

    def noise(self, size):
        return self.chance.randbytes(size)


def frame(opcode, payload, final=True):
    """As a client must send it: masked, here with zeros."""
    size = len(payload)
    head = bytes([(0x80 if final else 0) | opcode])
    if size < 126:
        head += bytes([0x80 | size])
    elif size < 65536:
        head += bytes([0xFE]) + size.to_bytes(2, "big")
    else:
        head += bytes([0xFF]) + size.to_bytes(8, "big")
    return head + bytes(4) + payload


def drain(line):
    """Reads until the server closes; the seconds that took."""
    begun = time.monotonic()
    try:
        while line.recv(65536):
            pass
    except OSError:
        pass
    line.close()
    return time.monotonic() - begun


def say(line, data):
    """The server may well close before it has heard all of it."""
    try:
        line.sendall(data)
    except OSError:
        pass
    return drain(line)


def raw_noise(stranger):
    return say(stranger.plain(), stranger.noise(5000))


def truncated_hello(stranger):
    """The beginning of a TLS greeting that promises more than ever comes."""
    return say(stranger.plain(), b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + stranger.noise(40))


def http_noise(stranger):
    return say(stranger.secret(), b"BREW /coffee HTCPCP/9\r\n" + stranger.noise(300) + b"\r\n\r\n")


def huge_headers(stranger):
    return say(stranger.secret(), b"GET /sync HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 20_000 + b"\r\n\r\n")


def trickle(line, pause, pieces):
    """Sends a piece whenever the server was silent for so long; seconds until it hangs up, or there are no more."""
    begun = time.monotonic()
    line.settimeout(pause)
    for piece in pieces:
        try:
            line.sendall(piece)
            if not line.recv(4096):
                break
        except TimeoutError:
            continue
        except OSError:
            break
    line.close()
    return time.monotonic() - begun


def slow_headers(stranger):
    """A byte now and then, never a whole request."""
    return trickle(stranger.secret(), 0.2, (bytes([byte]) for byte in b"GET /sync HTTP/1.1\r\n" + b"X-Slow: 1\r\n" * 50))


def wrong_path(stranger):
    line = http.client.HTTPSConnection("localhost", stranger.port, context=stranger.trust, timeout=20,
                                       source_address=STRANGERS_ADDRESS)
    line.request("GET", "/../../etc/passwd")
    require_equal(line.getresponse().status, 404, "a path that is not there")
    line.close()
    return 0


def random_frames(stranger):
    return say(stranger.upgraded(), stranger.noise(3000))


def wrong_messages(stranger):
    return say(stranger.upgraded(), b"".join(frame(2, stranger.noise(stranger.chance.randrange(1, 400))) for _ in range(20)))


def huge_message(stranger):
    return say(stranger.upgraded(), frame(2, bytes(1024 * 1024 + 1)))


def endless_fragments(stranger):
    return say(stranger.upgraded(), frame(2, b"x", final=False) + frame(0, b"y" * 1000, final=False) * 200)


def huge_promise(stranger):
    """A frame's head that announces 2^62 bytes."""
    return say(stranger.upgraded(), bytes([0x82, 0xFF]) + (1 << 62).to_bytes(8, "big") + bytes(4))


def text_message(stranger):
    return say(stranger.upgraded(), frame(1, b"hello"))


def only_pings(stranger):
    """Pings keep an authenticated device's line open, not a stranger's."""
    end = time.monotonic() + HANDSHAKE_SECONDS * 2
    return trickle(stranger.upgraded(), 0.5, iter(lambda: frame(9, b"still here") if time.monotonic() < end else None, None))


def never_authenticates(stranger):
    return drain(stranger.upgraded())


def silence_after_tls(stranger):
    return drain(stranger.secret())


ATTACKS = [raw_noise, truncated_hello, http_noise, huge_headers, slow_headers, wrong_path, random_frames, wrong_messages,
           huge_message, endless_fragments, huge_promise, text_message, only_pings, never_authenticates, silence_after_tls]


class Crowd:
    """All strangers at once, each kind in a thread of its own, over and over until told to stop."""

    def __init__(self, company, seed):
        self.took, self.failures, self.turned_away = {attack: [] for attack in ATTACKS}, [], 0
        self.over = threading.Event()
        self.threads = [threading.Thread(target=self._attack, args=(attack, Stranger(company, random.Random(seed + number))))
                        for number, attack in enumerate(ATTACKS)]
        for thread in self.threads:
            thread.start()

    def _attack(self, attack, stranger):
        while not self.over.is_set():
            try:
                self.took[attack].append(attack(stranger))
            except (ConnectionError, ssl.SSLEOFError):
                self.turned_away += 1  # too many handshakes from this address
            except Exception as error:  # told by the main thread
                self.failures.append(f"{attack.__name__}: {error!r}")
                return
            self.over.wait(0.05)

    def stop(self):
        self.over.set()
        for thread in self.threads:
            thread.join()
        require(not self.failures, lambda: str(self.failures))
        for attack, times in self.took.items():
            require(times and max(times) < HANDSHAKE_SECONDS * 1.5, lambda: f"{attack.__name__} was not closed in time: {times[-3:]}")
        return sum(map(len, self.took.values()))


def closed_in_time(lines, begun):
    """The 200 that say nothing: all closed by the limit for strangers."""
    for line in lines:
        line.settimeout(max(0.1, begun + HANDSHAKE_SECONDS * 1.5 - time.monotonic()))
        try:
            require_equal(line.recv(1), b"", "what a silent stranger hears")
        except ConnectionError:
            pass
    return time.monotonic() - begun


def work(device, number):
    begun = time.monotonic()
    record = device.create("account", f"name=Healthy {number}", "--space", "Shared")
    device.ok("set", record, f"employees={number + 1}")
    result = device.sync()
    require(result["pushed"] >= 2 and result["pending"] == 0, lambda: f"the healthy device: {result}")
    return time.monotonic() - begun


def main():
    options = arguments(seed=(1, "of the strangers' noise"))
    resource.setrlimit(resource.RLIMIT_NOFILE, (4096, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
    with Company(options) as company, ExitStack() as open_lines:
        server = company.start_server()
        admin, guest = company.device("The Boss"), company.device("Rep One")
        company.found(admin)
        admin.ok("space", "create", "Shared", "--kind", "team")
        company.enrol(admin, [(guest, [("Shared", "writer")])])
        before = server.figures()["tern_resident_bytes"]
        process = server.process.pid
        crowd = Crowd(company, options.seed)
        begun = time.monotonic()
        silent = [open_lines.enter_context(Stranger(company, None).plain()) for _ in range(SILENT)]
        times = [work(admin if number % 2 else guest, number) for number in range(ROUNDS)]
        silent_seconds = closed_in_time(silent, begun)
        times += [work(admin if number % 2 else guest, number) for number in range(ROUNDS, ROUNDS * 2)]
        attacks = crowd.stop()
        for device in (admin, guest, admin):
            device.sync()
        require_equal(admin.state_hash("Shared"), guest.state_hash("Shared"), "the healthy devices' states")
        require(server.runs() and server.process.pid == process, "the server has died")
        figures = wait_until(lambda: (now := server.figures())["tern_connections"] <= 1 and now, HANDSHAKE_SECONDS,
                             "all strangers' connections are closed")
        require(figures["tern_resident_bytes"] < RESIDENT_BYTES, lambda: f"memory: {figures}")
        require_equal(server.kill(15), 0, "the server's exit status")
        print(f"hostile: {attacks} attacks of {len(ATTACKS)} kinds ({crowd.turned_away} more turned away) and {SILENT} silent connections, closed after at most "
              f"{max(max(times_) for times_ in crowd.took.values()):.1f} s and {silent_seconds:.1f} s; {len(times)} healthy edits "
              f"and syncs, the slowest {max(times):.2f} s; resident {before // 1000} kB before, "
              f"{figures['tern_resident_bytes'] // 1000} kB after; {company.seconds()} s; {server.check()}")


if __name__ == "__main__":
    sys.exit(main())
