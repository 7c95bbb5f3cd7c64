"""What RFC 6455 and RFC 9112 ask of a server, as data. Groups are numbered as in the Autobahn suite."""

from collections import namedtuple

from frames import BINARY, CLOSE, CONTINUATION, MASK, PING, PONG, REQUEST, TEXT, close, frame, head, message

# pieces: each sent by itself. codes: of the server's close frame, 1005 for none in it. request: what its refusal must
# name. pongs: exactly these, or with `latest` any of them in order and the last one. deviation: why it is not so yet.
Frame = namedtuple("Frame", "name pieces codes request pongs latest deviation", defaults=(None, (), False, None))
# statuses: of the one answer; None for a connection that is closed without. only: further text the answer must hold.
Http = namedtuple("Http", "name pieces statuses only within deviation", defaults=("", 5, None))

TAKEN = {1008}  # the message was read; only, nobody has logged in
BROKEN = {1002}
NO_TEXT = {1003}
NO_UTF8 = {1003, 1007}
TOO_BIG = {1009}
SIZES = (0, 2, 3, 4, 7, 11, 13, 16, 64, 124, 125, 126, 127, 128, 129, 255, 256, 1000, 4096, 16384, 65534, 65535, 65536)
NOT_UTF8 = (b"\x80", b"\xbf", b"\x80\xbf\x80", b"\xc0\x20", b"\xc0\xaf", b"\xc1\xbf", b"\xc3", b"\xe0\x80\xaf", b"\xe0\x9f\xbf",
            b"\xe2\x82", b"\xed\xa0\x80", b"\xed\xbf\xbf", b"\xed\xa0\x80\xed\xb0\x80", b"\xf0\x80\x80\xaf", b"\xf0\x8f\xbf\xbf",
            b"\xf0\x9f\x98", b"\xf4\x90\x80\x80", b"\xf5\x80\x80\x80", b"\xf8\x88\x80\x80\x80", b"\xfc\x84\x80\x80\x80\x80",
            b"\xfe", b"\xff", b"\xfe\xfe\xff\xff", b"good \xce\xba\xe1\xbd\xb9 \xff", b"\xce\xba\xed\xa0\x80edited")
UTF8 = ("", "hello", "\0", "κόσμε", "\x7f\u0080\u07ff\u0800\ufffd\uffff", "\ud7ff\ue000", "\U00010000\U0010ffff", "漢字" * 500)


def octets(data):
    return [data[i:i + 1] for i in range(len(data))]


def split(data, *cuts):
    ends = [0, *cuts, len(data)]
    return [data[a:b] for a, b in zip(ends, ends[1:])]


def fragments(payload, parts, opcode=BINARY, between=b""):
    """One message in so many frames."""
    step = -(-len(payload) // parts) or 1
    bodies = [payload[i * step:(i + 1) * step] for i in range(parts)]
    return between.join(frame(CONTINUATION if i else opcode, body, final=i == parts - 1) for i, body in enumerate(bodies))


def framing():
    for size in SIZES:
        named = None if size == 0 else REQUEST
        for mask in (MASK, bytes(4), b"\xff\xff\xff\xff"):
            yield Frame(f"1.1 {size} bytes, mask {mask.hex()}", [frame(BINARY, message(size), mask=mask)], TAKEN, named)
    for size in (65537, 70000, 1 << 20):
        yield Frame(f"1.2 {size} bytes from a stranger", [frame(BINARY, bytes(size))], TOO_BIG)
    for power in (20, 31, 32, 40, 62):
        yield Frame(f"1.3 2^{power} bytes announced", [head(BINARY, 1 << power)], TOO_BIG)
    for size in (1 << 63, (1 << 64) - 1):
        yield Frame(f"1.4 highest bit of a size, {size:x}", [head(BINARY, size)], BROKEN | TOO_BIG)
    for size in (0, 2, 125, 126, 127, 65535, 65536):
        yield Frame(f"1.5 unmasked, {size} bytes", [frame(BINARY, message(size), mask=None)], BROKEN)
    for opcode in (CONTINUATION, TEXT, PING, PONG, CLOSE):
        yield Frame(f"1.6 unmasked, opcode {opcode}", [frame(opcode, b"\x03\xe8", mask=None)], BROKEN)
    for size, wide in ((0, 2), (4, 2), (125, 2), (0, 8), (4, 8), (125, 8), (126, 8), (65535, 8)):
        yield Frame(f"1.7 {size} in {wide} bytes", [frame(BINARY, message(size), wide=wide)], BROKEN)


def pings():
    for payload in (b"", b"p", b"\0\xff", b"Hello, world!", bytes(range(64)), b"\xfe" * 124, b"\xff" * 125, bytes(125)):
        yield Frame(f"2.1 ping of {len(payload)}, {payload[:2].hex()}", [frame(PING, payload), close()], {1000}, pongs=[payload])
        yield Frame(f"2.2 the same octet by octet, {len(payload)}, {payload[:2].hex()}", octets(frame(PING, payload)) + [close()], {1000},
                    pongs=[payload])
        yield Frame(f"2.3 pong unasked, {len(payload)}, {payload[:2].hex()}", [frame(PONG, payload), close()], {1000})
    for size in (126, 127, 1000, 65536):
        for opcode in (PING, PONG):
            yield Frame(f"2.4 opcode {opcode} of {size}", [frame(opcode, bytes(size))], BROKEN)
    for opcode in (PING, PONG, CLOSE):
        yield Frame(f"2.5 fragmented opcode {opcode}", [frame(opcode, b"\x03\xe8", final=False), frame(CONTINUATION)], BROKEN)
        for wide in (2, 8):
            yield Frame(f"2.6 opcode {opcode}, small size in {wide} bytes", [frame(opcode, b"\x03\xe8", wide=wide)], BROKEN)
    many = [f"ping {i}".encode() for i in range(10)]
    yield Frame("2.7 ten pings in one segment", [b"".join(frame(PING, p) for p in many) + close()], {1000}, None, many, True)
    yield Frame("2.8 ten pings", [frame(PING, p) for p in many] + [close()], {1000}, None, many, True)
    yield Frame("2.9 pong, then ping", [frame(PONG, b"no") + frame(PING, b"yes") + close()], {1000}, pongs=[b"yes"])


def reserved():
    for bits in range(1, 8):
        for opcode in (CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG):
            yield Frame(f"3.1 reserved bits {bits}, opcode {opcode}", [frame(opcode, b"\x03\xe8", reserved=bits)], BROKEN)
        yield Frame(f"3.2 reserved bits {bits} in a continuation",
                    [frame(BINARY, b"\x08", final=False), frame(CONTINUATION, b"\x4d", reserved=bits)], BROKEN)


def opcodes():
    for opcode in (3, 4, 5, 6, 7, 11, 12, 13, 14, 15):
        for size in (0, 4, 125):
            yield Frame(f"4.1 opcode {opcode} of {size}", [frame(opcode, bytes(size))], BROKEN)
        yield Frame(f"4.2 opcode {opcode} after a ping", [frame(PING, b"first") + frame(opcode)], BROKEN, pongs=[b"first"])
        yield Frame(f"4.3 opcode {opcode} among fragments",
                    [frame(BINARY, b"\x08", final=False), frame(opcode), frame(CONTINUATION, b"\x4d")], BROKEN)


def fragmentation():
    for size in (4, 125, 126, 65535, 65536):
        for parts in (2, 3, 10, 100):
            yield Frame(f"5.1 {size} bytes in {parts} frames", [fragments(message(size), parts)], TAKEN, REQUEST)
    for parts in (2, 3, 5):
        pieces = fragments(message(200), parts, between=frame(PING, b"inside"))
        yield Frame(f"5.2 {parts} frames with pings", [pieces], TAKEN, REQUEST, [b"inside"] * (parts - 1), True)
        yield Frame(f"5.3 {parts} frames with pings, octet by octet", octets(pieces), TAKEN, REQUEST, [b"inside"] * (parts - 1), True)
        yield Frame(f"5.4 {parts} frames with pongs", [fragments(message(200), parts, between=frame(PONG, b"x"))], TAKEN, REQUEST)
        yield Frame(f"5.5 {parts} frames with empty ones", [fragments(message(200), parts, between=frame(CONTINUATION, final=False))], TAKEN, REQUEST)
    for payload in (b"", b"\x08\x4d"):
        for final in (True, False):
            yield Frame(f"5.6 continuation of nothing, {len(payload)}, {final}", [frame(CONTINUATION, payload, final)], BROKEN)
    for first in (TEXT, BINARY):
        for second in (TEXT, BINARY):
            for final in (True, False):
                yield Frame(f"5.7 opcode {second} within {first}, {final}", [frame(first, b"a", final=False) + frame(second, b"b", final)], BROKEN)
    yield Frame("5.8 too much in fragments", [fragments(bytes(70000), 7)], TOO_BIG)
    yield Frame("5.9 closed among fragments", [frame(BINARY, b"\x08", final=False), close()], {1000})
    yield Frame("5.10 a thousand empty fragments",
                [frame(BINARY, final=False) + frame(CONTINUATION, final=False) * 1000 + frame(CONTINUATION, message(4))], TAKEN, REQUEST)


def texts():
    for text in UTF8:
        data = text.encode()
        yield Frame(f"6.1 text {data[:8].hex()}", [frame(TEXT, data)], NO_TEXT)
        yield Frame(f"6.2 text {data[:8].hex()} cut anywhere", [fragments(data, max(1, min(len(data), 40)), TEXT)], NO_TEXT)
    for data in NOT_UTF8:
        yield Frame(f"6.3 no UTF-8, {data.hex()}", [frame(TEXT, data)], NO_UTF8)
        yield Frame(f"6.4 no UTF-8 in the last fragment, {data.hex()}", [frame(TEXT, b"fine", final=False), frame(CONTINUATION, data)], NO_UTF8)


def closing():
    yield Frame("7.1 close without a code", [frame(CLOSE)], {1000, 1005})
    yield Frame("7.2 close of one byte", [frame(CLOSE, b"\x03")], BROKEN)
    for code in (1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999):
        yield Frame(f"7.3 code {code}", [close(code)], {code, 1000})
        yield Frame(f"7.4 code {code} with a reason", octets(close(code, "Grüße, κόσμε".encode())), {code, 1000})
    for code in (1012, 1013, 1014, 5000, 65535):  # registered later, or nobody's
        yield Frame(f"7.5 code {code}", [close(code)], {code, 1000, 1002})
    for code in (0, 1, 500, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2998, 2999):
        yield Frame(f"7.6 code {code}", [close(code)], BROKEN)
    for size in (1, 122, 123):
        yield Frame(f"7.7 reason of {size}", [close(1000, b"r" * size)], {1000})
    for size in (124, 125, 1000):
        yield Frame(f"7.8 reason of {size}", [close(1000, b"r" * size)], BROKEN)
    for data in NOT_UTF8[:12]:
        yield Frame(f"7.9 reason {data.hex()}", [close(1000, data)], {1002, 1007})
    for name, later in (("ping", frame(PING, b"late")), ("message", frame(BINARY, message(4))), ("text", frame(TEXT, b"late")),
                        ("close", close(1001)), ("noise", b"\xff" * 64), ("fragments", fragments(message(64), 4))):
        yield Frame(f"7.10 {name} after close", [close() + later], {1000})


def delivery():
    for size in (4, 125, 126, 300):
        yield Frame(f"9.1 {size} bytes octet by octet", octets(frame(BINARY, message(size))), TAKEN, REQUEST)
    for cut in range(1, 15):
        yield Frame(f"9.2 a large frame cut after {cut}", split(frame(BINARY, message(65536)), cut), TAKEN, REQUEST)
    for cut in range(1, 9):
        yield Frame(f"9.3 a middling frame cut after {cut}", split(frame(BINARY, message(126)), cut), TAKEN, REQUEST)
    ping = frame(PING, b"with")
    yield Frame("9.4 ping and message in one segment", [ping + frame(BINARY, message(4))], TAKEN, REQUEST, [b"with"])
    yield Frame("9.5 ping and close in one segment", [ping + close()], {1000}, pongs=[b"with"])
    yield Frame("9.6 message and close in one segment", [frame(BINARY, message(4)) + close()], {1000, 1008})
    yield Frame("9.7 two messages in one segment", [frame(BINARY, message(4)) * 2], TAKEN, REQUEST)
    yield Frame("9.8 two frames, cut in the middle of the second", split(ping * 2 + close(), 14), {1000}, None, [b"with"] * 2, True)
    yield Frame("9.9 no message of ours", [frame(BINARY, b"\xff" * 50)], TAKEN)


def frame_cases():
    for group in (framing, pings, reserved, opcodes, fragmentation, texts, closing, delivery):
        yield from group()


HOST = b"Host: localhost\r\n"
SOCKET = (b"Upgrade: websocket", b"Connection: Upgrade", b"Sec-WebSocket-Version: 13", b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==")
ACCEPTED = "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo="
CHUNKED = b"Transfer-Encoding: chunked\r\n"


def get(target=b"/healthz", more=b"", host=HOST, method=b"GET", version=b"HTTP/1.1"):
    return method + b" " + target + b" " + version + b"\r\n" + host + more + b"\r\n"


def upgrade(*instead, without=(), target=b"/sync", **how):
    """The proper request, with some of its lines taken out and others put in."""
    lines = [line for line in SOCKET if not line.startswith(tuple(without))] + list(instead)
    return get(target, b"".join(line + b"\r\n" for line in lines), **how)


def requests():
    for target, status in ((b"/healthz", 200), (b"/readyz", 200), (b"/metrics", 200), (b"/sync", 426), (b"/", 404),
                           (b"/nothing", 404), (b"/../../etc/passwd", 404), (b"/healthz/", 404), (b"/%2e%2e/healthz", 404), (b"//healthz", 404),
                           (b"http://localhost/healthz", 200), (b"HTTPS://localhost:8443/healthz", 200), (b"https://localhost", 404),
                           (b"https://localhost/nothing", 404)):
        yield Http(f"GET {target.decode()}", [get(target)], {status})
        yield Http(f"HEAD {target.decode()}", [get(target, method=b"HEAD")], {status})
    for target in (b"healthz", b"", b"/healthz#x", b"/a b", b"/\x01", b"/\x00", b"/\x7f", b"ftp://localhost/healthz", b"*"):
        yield Http(f"target {target!r}", [get(target)], {400})
    for method in (b"POST", b"PUT", b"DELETE", b"PATCH", b"TRACE", b"PROPFIND", b"get", b"BREW", b"!#$%&'*+-.^_`|~"):
        yield Http(f"method {method.decode()}", [get(method=method)], {405}, "Allow: GET, HEAD")
    yield Http("OPTIONS *", [get(b"*", method=b"OPTIONS")], {200, 204, 405})
    yield Http("CONNECT", [get(b"localhost:443", method=b"CONNECT")], {400, 405})
    for method in (b"G@T", b"G\x00T", b"", b"GE\tT", b"G(T)"):
        yield Http(f"method {method!r}", [get(method=method)], {400})
    for version in (b"HTTP/2.0", b"HTTP/0.9", b"HTTP/3", b"http/1.1", b"HTTP/1", b"HTTP/11", b"HTTP/1.1.1", b"HTTP 1.1", b"XTTP/1.1", b""):
        yield Http(f"version {version!r}", [get(version=version)], {400})
    yield Http("version 1.2", [get(version=b"HTTP/1.2")], {200, 400})
    yield Http("version 1.0", [get(version=b"HTTP/1.0", host=b"")], {200})
    yield Http("noise", [bytes(range(128, 256)) * 4 + b"\r\n\r\n"], {400})
    yield Http("an empty line first", [b"\r\n" + get()], {200, 400})
    yield Http("two requests in one segment", [get() * 2], {200})
    yield Http("octet by octet", octets(get()), {200})


def header_fields():
    for name, host in (("none", b""), ("two", HOST * 2), ("two unlike", HOST + b"Host: other\r\n"), ("with a space", b"Host: a b\r\n"),
                       ("a path", b"Host: localhost/x\r\n"), ("a user", b"Host: me@localhost\r\n"), ("a list", b"Host: a, b\r\n")):
        yield Http("Host: " + name, [get(host=host)], {400})
    yield Http("Host: empty", [get(host=b"Host:\r\n")], {200})
    yield Http("Host: in capitals, with a port", [get(host=b"HOST:LOCALHOST:8443 \r\n")], {200})
    yield Http("Host: none, upgrade", [upgrade(host=b"")], {400})
    for name, line in (("space before the colon", b"X : 1"), ("no colon", b"X"), ("no name", b": 1"), ("a name with a space", b"X Y: 1"),
                       ("a name with NUL", b"X\0: 1"), ("a name beyond ASCII", b"\xc3\xa9: 1")):
        yield Http("field: " + name, [get(more=line + b"\r\n")], {400})
    for name, line in (("NUL", b"X: a\0b"), ("bare CR", b"X: a\rb"), ("folded", b"X: a\r\n b"), ("folded by a tab", b"X: a\r\n\tb"),
                       ("bare LF", b"X: a\nY: b"), ("another control", b"X: a\x01b")):
        yield Http("value: " + name, [get(more=line + b"\r\n")], {200, 400})
    yield Http("value: beyond ASCII", [get(more=b"X: \xff\xfe\r\n")], {200})
    yield Http("value: empty", [get(more=b"X:\r\n")], {200})
    yield Http("a space before the first field", [get(host=b" X: 1\r\n" + HOST)], {200, 400})
    yield Http("bare LF everywhere", [get().replace(b"\r\n", b"\n")], {200, 400, None}, within=15)
    yield Http("a header of 7 KiB", [get(more=b"X: " + b"x" * 7000 + b"\r\n")], {200})
    yield Http("a header over 8 KiB", [get(more=b"X: " + b"x" * 8200 + b"\r\n")], {431})
    yield Http("a header of 1 MiB", [get(more=b"X: " + b"x" * 1_000_000 + b"\r\n")], {431})
    yield Http("two thousand fields", [get(more=b"X: 1\r\n" * 2000)], {431})
    yield Http("a hundred fields", [get(more=b"X: 1\r\n" * 100)], {200})
    yield Http("a target over 8 KiB", [get(b"/" + b"x" * 8200)], {414})
    yield Http("a method over 8 KiB", [get(method=b"X" * 8200)], {400, 405, 414, 431})
    yield Http("a slow header", [piece for byte in octets(get() + get()) for piece in (byte, 0.3)], {200, 408, None}, within=15)
    yield Http("half a header", [get()[:20]], {408, None}, within=15)
    yield Http("ever more fields", [b"GET / HTTP/1.1\r\n"] + [piece for _ in range(40) for piece in (b"X: 1\r\n", 0.4)], {408, None}, within=16)
    yield Http("silence", [b""], {408, None}, within=15)
    yield Http("Expect: 100-continue", [get(more=b"Expect: 100-continue\r\n")], {200})
    yield Http("Expect: the unknown", [get(more=b"Expect: 200-maybe\r\n")], {200, 417})


def bodies():
    for length in (b"-1", b"+5", b"5 5", b"5, 6", b"0x5", b"five", b"", b"18446744073709551616", b"5.0", b"5;", b"\xb2"):
        yield Http(f"Content-Length: {length!r}", [get(more=b"Content-Length: " + length + b"\r\n") + b"12345"], {400})
    yield Http("Content-Length twice, unlike", [get(more=b"Content-Length: 5\r\nContent-Length: 6\r\n") + b"123456"], {400})
    yield Http("Content-Length twice, alike", [get(more=b"Content-Length: 5\r\nContent-Length: 5\r\n") + b"12345"], {200, 400})
    yield Http("a body that nobody wants", [get(more=b"Content-Length: 5\r\n") + b"12345"], {200})
    yield Http("a body over the limit", [get(more=b"Content-Length: 1000000000000\r\n") + b"x" * 100_000], {413})
    yield Http("a body that does not come", [get(more=b"Content-Length: 5\r\n", method=b"POST")], {405})
    yield Http("both lengths", [get(more=b"Content-Length: 5\r\n" + CHUNKED) + b"0\r\n\r\n"], {400})
    yield Http("both lengths, the other way round", [get(more=CHUNKED + b"Content-Length: 5\r\n") + b"0\r\n\r\n"], {400})
    for coding in (b"gzip", b"chunked, gzip", b"chunked, chunked", b"xchunked", b"identity", b"gzip\r\nTransfer-Encoding: chunked",
                   b"chunked\r\nTransfer-Encoding: chunked", b"\x0bchunked"):
        yield Http(f"Transfer-Encoding: {coding!r}", [get(more=b"Transfer-Encoding: " + coding + b"\r\n") + b"0\r\n\r\n"], {400})
    # The answer may come before the body was looked at; then the connection ends.
    for name, body in (("none", b"0\r\n\r\n"), ("one", b"5\r\n12345\r\n0\r\n\r\n"), ("no number", b"xyz\r\n12345\r\n0\r\n\r\n"),
                       ("-1", b"-1\r\n\r\n"),
                       ("2^64", b"10000000000000000\r\n"), ("2^63", b"8000000000000000\r\n"), ("0x5", b"0x5\r\n12345\r\n0\r\n\r\n"),
                       ("extension", b"5;a=b\r\n12345\r\n0\r\n\r\n"), ("extension of 64 KiB", b"5;" + b"a" * 65536 + b"\r\n12345\r\n0\r\n\r\n"),
                       ("no line end", b"5\r\n12345x0\r\n\r\n"), ("trailers", b"0\r\nX: 1\r\n\r\n"), ("endless trailers", b"0\r\n" + b"X: 1\r\n" * 20_000)):
        yield Http("chunk: " + name, [get(more=CHUNKED) + body], {200, 400})
        yield Http("chunk to POST: " + name, [get(more=CHUNKED, method=b"POST"), body], {400, 405})


def upgrades():
    yield Http("upgrade", [upgrade()], {101}, ACCEPTED)
    yield Http("upgrade, octet by octet", octets(upgrade()), {101}, ACCEPTED)
    for name, line, instead_of in (
            ("in capitals", b"UPGRADE: WEBSOCKET", b"Upgrade"), ("one of a list", b"Upgrade: h2c, websocket", b"Upgrade"),
            ("kept alive", b"Connection: keep-alive, Upgrade", b"Connection"), ("an origin", b"Origin: https://elsewhere.example", b"-"),
            ("an unknown subprotocol", b"Sec-WebSocket-Protocol: chat", b"-"),
            ("an extension", b"Sec-WebSocket-Extensions: permessage-deflate", b"-"),
            ("an empty body", b"Content-Length: 0", b"-")):
        yield Http("upgrade: " + name, [upgrade(line, without=[instead_of])], {101}, ACCEPTED)
    yield Http("upgrade: absolute", [upgrade(target=b"https://localhost/sync")], {101}, ACCEPTED)
    for version in (b"0", b"7", b"8", b"12", b"14", b"255", b"256", b"", b"13, 8", b"013", b"x"):
        yield Http(f"upgrade: version {version!r}",
                   [upgrade(b"Sec-WebSocket-Version: " + version, without=[b"Sec-WebSocket-Version"])], {400, 426}, "Sec-WebSocket-Version: 13")
    yield Http("upgrade: no version", [upgrade(without=[b"Sec-WebSocket-Version"])], {400, 426})
    yield Http("upgrade: two versions", [upgrade(b"Sec-WebSocket-Version: 8")], {400, 426})
    for key in (b"", b"short", b"dGhlIHNhbXBsZSBub25jZQ=", b"dGhlIHNhbXBsZSBub25jZQ", b"!!hlIHNhbXBsZSBub25jZQ==", b"A" * 24, b"A" * 100,
                b"dGhlIHNhbXBsZSBub25jZSE=", b"dGhl IHNhbXBsZSBub25jZQ=="):
        yield Http(f"upgrade: key {key!r}", [upgrade(b"Sec-WebSocket-Key: " + key, without=[b"Sec-WebSocket-Key"])], {400})
    yield Http("upgrade: no key", [upgrade(without=[b"Sec-WebSocket-Key"])], {400})
    yield Http("upgrade: two keys", [upgrade(b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==")], {400})
    for name, lines, without in (("no Upgrade", (), [b"Upgrade"]), ("no Connection", (), [b"Connection"]),
                                 ("to h2c", (b"Upgrade: h2c",), [b"Upgrade"]),
                                 ("a Connection that says nothing of it", (b"Connection: close",), [b"Connection"]),
                                 ("a word that only begins so", (b"Upgrade: websockets",), [b"Upgrade"])):
        yield Http("upgrade: " + name, [upgrade(*lines, without=without)], {400, 426}, "Upgrade: websocket")
    yield Http("upgrade: HTTP/1.0", [upgrade(version=b"HTTP/1.0")], {400, 426})
    yield Http("upgrade: POST", [upgrade(method=b"POST")], {400, 405})
    yield Http("upgrade: elsewhere", [upgrade(target=b"/nothing")], {404})
    yield Http("upgrade: of a page", [upgrade(target=b"/healthz")], {200})
    yield Http("upgrade: with a body", [upgrade(b"Content-Length: 5") + b"12345"], {400})
    yield Http("upgrade: with a chunked body", [upgrade(b"Transfer-Encoding: chunked") + b"0\r\n\r\n"], {400})
    yield Http("upgrade: frames before the answer", [upgrade() + frame(BINARY, message(4))], {400})


def http_cases():
    for group in (requests, header_fields, bodies, upgrades):
        yield from group()
