"""Authenticated lines to the server without a device behind them, and healthy ones that tell how long answers take."""

import random
import socket
import ssl
import threading
import time
from contextlib import ExitStack

from company import require
from frames import BINARY, CLOSE, PONG, Frames, fields_of, frame, varint
from tap import Tap, frames_of

LOG_GET, WELCOME, REFUSAL = 3, 3, 4  # numbers in wire.proto's ClientMessage and ServerMessage
PROBES_PER_SECOND = 10
CAPTURED_KINDS = range(2, 12)


def number(value):
    out = b""
    while value > 0x7F:
        out, value = out + bytes([value & 0x7F | 0x80]), value >> 7
    return out + bytes([value])


def field(key, value):
    """Protobuf: a number or bytes."""
    if isinstance(value, int):
        return number(key << 3) + number(value)
    return number(key << 3 | 2) + number(len(value)) + value


class Line:
    """One WebSocket over TLS: whole messages out, whole messages in."""

    def __init__(self, line):
        self.socket, self.frames, self.waiting, self.closed_by = line, Frames(), [], None

    def say(self, *messages):
        self.socket.sendall(b"".join(frame(BINARY, message) for message in messages))

    def hear(self, seconds=20):
        """The next message; None once the server has closed, and `closed_by` tells its code."""
        self.socket.settimeout(seconds)
        while not self.waiting:
            data = self.socket.recv(65536)
            if not data:
                return None
            for opcode, payload in self.frames.take(data):
                if opcode == BINARY:
                    self.waiting.append(payload)
                elif opcode == CLOSE:
                    self.closed_by = int.from_bytes(payload[:2], "big")
                    return None
                elif opcode != PONG:
                    self.socket.sendall(frame(PONG, payload))
        return self.waiting.pop(0)

    def until(self, request, seconds=20):
        """All answers up to the one to `request`; None at the end where the server closed before."""
        while True:
            message = self.hear(seconds)
            yield message
            if message is None or (1, request) in fields_of(message):
                return


class Impostor:
    """Stands between devices and server as a Tap does, and can take an authenticated line away from a device."""

    def __init__(self, company):
        self.company, self.port = company, company.server.port
        self.inside = ssl.create_default_context(cafile=company.ca)
        self.outside = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate = (company.path / "server.pem", company.path / "server.key")
        self.outside.load_cert_chain(*certificate)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.tap = Tap(*certificate, company.ca, self.port)
        self.url, self.taken = self.tap.url, 0
        self.lock = threading.Lock()

    def templates(self):
        """What devices said so far, {kind: [message]}."""
        kinds = {}
        for received, _ in self.tap.conversations:
            for message in frames_of(bytes(received)):
                try:
                    parts = list(fields_of(message))
                except ValueError:
                    continue  # a control frame
                for key, value in parts:
                    if key in CAPTURED_KINDS and isinstance(value, bytes):
                        kinds.setdefault(key, []).append(message)
        return kinds

    def take(self, device):
        """The device logs in, and is left behind. Nobody else may dial meanwhile."""
        with self.lock, ExitStack() as gone:
            self.tap.server_port = self.listener.getsockname()[1]
            process = device.start("sync")
            gone.callback(process.wait)
            gone.callback(process.kill)
            try:
                inward = gone.enter_context(self.outside.wrap_socket(self.listener.accept()[0], server_side=True))
            finally:
                self.tap.server_port = self.port
            self.taken += 1
            plain = socket.create_connection(("127.0.0.1", self.port), 20, (f"127.0.4.{self.taken % 250 + 1}", 0))
            plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            outward = self.inside.wrap_socket(plain, server_hostname="localhost")
            outward.sendall(until_empty_line(inward)[0])
            answer, rest = until_empty_line(outward)
            inward.sendall(answer + rest)
            line = Line(outward)
            line.waiting = [payload for opcode, payload in line.frames.take(rest) if opcode == BINARY]
            if not line.waiting:
                challenge = outward.recv(65536)
                inward.sendall(challenge)
                line.frames.take(challenge)
            line.waiting.clear()
            outward.sendall(inward.recv(65536))  # its answer fits one record
            welcome = line.hear()
            require(welcome and any(key == WELCOME for key, _ in fields_of(welcome)), f"{device} is not welcome")
            return line


def until_empty_line(line):
    data = b""
    while b"\r\n\r\n" not in data:
        more = line.recv(4096)
        require(more, "the connection ends within its HTTP")
        data += more
    end = data.index(b"\r\n\r\n") + 4
    return data[:end], data[end:]


class Healthy:
    """Devices' lines that ask for a log ten times a second each; how long that took is all they tell."""

    def __init__(self, impostor, devices, log_get):
        self.seconds, self.failures, self.over = [], [], threading.Event()
        lines = [impostor.take(device) for device in devices]
        self.threads = [threading.Thread(target=self._ask, args=(line, log_get)) for line in lines]
        for thread in self.threads:
            thread.start()

    def _ask(self, line, log_get):
        request = random.randrange(1 << 20, 1 << 27)
        try:
            while not self.over.wait(random.uniform(0.5, 1.5) / PROBES_PER_SECOND):
                request += 1
                begun = time.monotonic()
                line.say(b"\x08" + varint(request, 5) + log_get)
                require(list(line.until(request))[-1] is not None, f"a healthy line was closed: {line.closed_by}")
                self.seconds.append(time.monotonic() - begun)
        except Exception as error:  # told by the main thread
            self.failures.append(repr(error))

    def stop(self):
        """All times, sorted."""
        self.over.set()
        for thread in self.threads:
            thread.join()
        require(not self.failures and self.seconds, lambda: f"the healthy: {self.failures}")
        return sorted(self.seconds)


def p99(times):
    return times[min(len(times) - 1, len(times) * 99 // 100)]
