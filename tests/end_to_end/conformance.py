"""What RFC 6455 and RFC 9112 ask of the server, case by case over TLS, while a healthy device works on."""

import re
import socket
import ssl
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from company import Company, arguments, require, require_equal
from conformance_cases import Frame, frame_cases, http_cases, upgrade
from frames import BINARY, CLOSE, PING, PONG, Frames, fields_of, frame

ADDRESSES = 8  # what one address may do is limited
THREADS = 16
END_SECONDS = 4  # a server that has said goodbye hangs up


class Line:
    """One connection of a case; its bytes come out as they went in."""

    def __init__(self, trust, port, number):
        plain = socket.create_connection(("127.0.0.1", port), 20, (f"127.0.2.{number % ADDRESSES + 1}", 0))
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        # A cut without TLS's own goodbye is an error: nobody could tell it from an attack.
        self.socket = trust.wrap_socket(plain, server_hostname="localhost", suppress_ragged_eofs=False)

    def say(self, pieces):
        """False once the server listens no more."""
        for piece in pieces:
            try:
                time.sleep(piece) if isinstance(piece, float) else self.socket.sendall(piece)
            except OSError:
                return False
        return True

    def hear(self, seconds):
        """b'' at the end, None where it was no proper end."""
        self.socket.settimeout(max(0.01, seconds))
        try:
            return self.socket.recv(65536)
        except TimeoutError:
            raise AssertionError("the server does not hang up") from None
        except OSError:
            return None


def run_frames(case, line):
    line.say([upgrade()])
    head = b""
    while b"\r\n\r\n" not in head:
        more = line.hear(10)
        require(more, lambda: f"no upgrade: {head!r}")
        head += more
    head, rest = head.split(b"\r\n\r\n", 1)
    require(head.startswith(b"HTTP/1.1 101 "), lambda: f"no upgrade: {head!r}")
    frames, begun = Frames(), time.monotonic()
    found = frames.take(rest)
    while not found:
        more = line.hear(10)
        require(more, "no challenge")
        found = frames.take(more)
    line.say(case.pieces)
    while more := line.hear(begun + END_SECONDS - time.monotonic()):
        for opcode, payload in frames.take(more):
            require(found[-1][0] != CLOSE, "a frame after the close frame")
            found.append((opcode, payload))
            if opcode == CLOSE:
                line.say([frame(CLOSE, payload[:2])])
    judge_frames(case, found)


def judge_frames(case, found):
    require(found and found[0][0] == BINARY, "the challenge does not come first")
    require(all(opcode in (BINARY, PONG, PING, CLOSE) for opcode, _ in found), "an opcode that does not belong here")
    ends = [int.from_bytes(payload[:2], "big") if payload else 1005 for opcode, payload in found if opcode == CLOSE]
    require(len(ends) == 1 and ends[0] in case.codes, lambda: f"closed by {ends}, wanted {case.codes}")
    pongs = [payload for opcode, payload in found if opcode == PONG]
    if case.latest:
        rest = iter(case.pongs)
        require(pongs and pongs[-1] == case.pongs[-1] and all(pong in rest for pong in pongs), lambda: f"pongs {pongs}")
    else:
        require_equal(pongs, list(case.pongs), "pongs")
    answers = [dict(fields_of(payload)) for opcode, payload in found[1:] if opcode == BINARY]
    require_equal(len(answers), 1 if case.codes == {1008} else len(answers), "messages from the server")
    if case.request is not None:
        require_equal(answers[0].get(1), case.request, "the request that is refused")


def run_http(case, line):
    begun, heard = time.monotonic(), b""
    line.say(case.pieces)
    upgraded = False
    while not upgraded:
        more = line.hear(begun + case.within - time.monotonic())
        if not more:
            break
        heard += more
        upgraded = heard.startswith(b"HTTP/1.1 101") and b"\r\n\r\n" in heard
    require(time.monotonic() - begun < case.within, "closed too late")
    if not heard:
        return require(None in case.statuses, "closed without an answer")
    require(upgraded or more == b"" or any(isinstance(piece, float) for piece in case.pieces), "cut off without TLS's goodbye")
    judge_http(case, heard)


def judge_http(case, heard):
    head, _, body = heard.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    status = re.fullmatch(r"HTTP/1\.1 (\d{3}) .*", lines[0])
    require(status and int(status[1]) in case.statuses, lambda: f"{lines[0]}, wanted {case.statuses}")
    status = int(status[1])
    fields = dict(line.lower().split(": ", 1) for line in lines[1:])
    require_equal(len(fields), len(lines) - 1, "a field is there twice")
    if case.only and status not in (200, 400):
        require(case.only.lower() in map(str.lower, lines), lambda: f"there is no {case.only} in {lines}")
    if status == 101:
        require(not {"sec-websocket-protocol", "sec-websocket-extensions"} & set(fields), "the server takes what it does not speak")
        return
    require("close" in fields["connection"], "the end is not announced")
    size = 0 if case.pieces[0].startswith(b"HEAD ") else int(fields["content-length"])
    require_equal(len(body), size, "bytes of the body")


class Examiner:
    """All cases, on as many threads as keep a server busy."""

    def __init__(self, company):
        self.port, self.trust = company.server.port, ssl.create_default_context(cafile=company.ca)
        self.failures, self.lock = [], threading.Lock()

    def one(self, numbered):
        number, case = numbered
        try:
            line = Line(self.trust, self.port, number)
            with line.socket:
                (run_frames if isinstance(case, Frame) else run_http)(case, line)
        except (AssertionError, OSError, ValueError, KeyError) as error:
            with self.lock:
                self.failures.append((case, repr(error)))

    def all(self, cases):
        # The slow ones first: the others pass while they wait.
        ordered = sorted(cases, key=lambda case: getattr(case, "within", 0), reverse=True)
        with ThreadPoolExecutor(THREADS) as pool:
            list(pool.map(self.one, enumerate(ordered)))
        wrong = [f"{case.name}: {error}" for case, error in self.failures if case.deviation is None]
        require(not wrong, lambda: f"{len(wrong)} cases:\n  " + "\n  ".join(wrong))
        known = [case for case in cases if case.deviation is not None]
        require_equal(len(known), len(self.failures), "known deviations that are still there")
        return len(known)


def works(device):
    record = device.create("account", "name=Healthy", "--space", "Shared")
    device.ok("set", record, "employees=7")
    result = device.sync()
    require(result["pushed"] >= 2 and result["pending"] == 0, lambda: f"the healthy device: {result}")


def main():
    options = arguments()
    frames, http = list(frame_cases()), list(http_cases())
    names = [case.name for case in frames + http]
    require_equal(len(names), len(set(names)), "names of cases")
    require(len(frames) >= 300 and len(http) >= 80, "there are fewer cases than there were")
    with Company(options) as company:
        server = company.start_server()
        admin = company.device("The Boss")
        company.found(admin)
        admin.ok("space", "create", "Shared", "--kind", "team")
        works(admin)
        process, begun = server.process.pid, time.monotonic()
        known = Examiner(company).all(frames + http)
        seconds = time.monotonic() - begun
        works(admin)
        require(server.runs() and server.process.pid == process, "the server has died")
        require_equal(server.kill(15), 0, "the server's exit status")
        print(f"conformance: {len(frames)} of WebSocket and {len(http)} of HTTP as the RFCs ask, {known} known deviations, "
              f"in {seconds:.1f} s; {company.seconds()} s; {server.check()}")


if __name__ == "__main__":
    sys.exit(main())
