"""WebSocket frames and messages of Tern's protocol, by hand: right ones and, on purpose, wrong ones."""

CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10
MASK = b"\x37\xfa\x21\x3d"
REQUEST = 77  # the number of every request here; a refusal names it again


def masked(payload, mask=MASK):
    # As one large number: a loop over bytes would take long.
    key = (mask * (len(payload) // 4 + 1))[:len(payload)]
    return (int.from_bytes(payload, "big") ^ int.from_bytes(key, "big")).to_bytes(len(payload), "big")


def head(opcode, size, final=True, reserved=0, mask=MASK, wide=None):
    """A frame's first bytes. wide: 1, 2 or 8 bytes for the size, whether or not it takes so many."""
    wide = wide or (1 if size < 126 else 2 if size < 65536 else 8)
    first = (0x80 if final else 0) | reserved << 4 | opcode
    bit = 0 if mask is None else 0x80
    sized = bytes([bit | size]) if wide == 1 else bytes([bit | (126 if wide == 2 else 127)]) + size.to_bytes(wide, "big")
    return bytes([first]) + sized + (mask or b"")


def frame(opcode, payload=b"", final=True, reserved=0, mask=MASK, wide=None):
    return head(opcode, len(payload), final, reserved, mask, wide) + (payload if mask is None else masked(payload, mask))


def close(code=1000, reason=b""):
    return frame(CLOSE, code.to_bytes(2, "big") + reason)


def varint(value, size):
    """In exactly so many bytes: longer than it need be is legal."""
    return bytes([(value >> 7 * i & 0x7F) | 0x80 for i in range(size - 1)] + [value >> 7 * (size - 1) & 0x7F])


def message(size):
    """A request of exactly `size` bytes that names REQUEST at its end and asks for nothing; 1 and 12 cannot be."""
    if size == 0:
        return b""
    if size <= 11:
        return b"\x08" + varint(REQUEST, size - 1)
    filler = size - 9 - 4
    return b"\xa2\x06" + varint(filler + 4, 3) + b"\x0a" + varint(filler, 3) + bytes(range(256)) * (filler // 256) + \
        bytes(filler % 256) + b"\x08" + varint(REQUEST, 3)


def fields_of(data):
    """Protobuf, one level: (number, value) with bytes or a number as the value. ValueError where it is none."""
    at = 0

    def number():
        nonlocal at
        value = shift = 0
        while True:
            if at >= len(data) or shift > 63:
                raise ValueError("no varint")
            byte, at = data[at], at + 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    while at < len(data):
        tag = number()
        if tag & 7 == 0:
            yield tag >> 3, number()
            continue
        size = {1: 8, 2: None, 5: 4}.get(tag & 7, -1)
        size = number() if size is None else size
        if size < 0 or at + size > len(data) or tag >> 3 == 0:
            raise ValueError("no field")
        yield tag >> 3, bytes(data[at:at + size])
        at += size


class Frames:
    """Takes bytes as they come, gives (opcode, payload) of whole frames from the server."""

    def __init__(self):
        self.held = bytearray()

    def take(self, data):
        self.held += data
        out = []
        while len(self.held) >= 2:
            first, size = self.held[0], self.held[1]
            if first & 0x70 or size & 0x80 or not first & 0x80:
                raise ValueError("the server masks, fragments or reserves")
            wide = {126: 2, 127: 8}.get(size, 0)
            if wide:
                size = int.from_bytes(self.held[2:2 + wide], "big")
            if len(self.held) < 2 + wide + size:
                break
            out.append((first & 15, bytes(self.held[2 + wide:2 + wide + size])))
            del self.held[:2 + wide + size]
        return out
