"""Listens in between devices and server, with the server's own certificate: what the server could have seen."""

import asyncio
import ssl
import threading


class Tap:
    """Ends the devices' TLS, keeps every byte, and goes on to the server by TLS. `received` and `sent` are the server's."""

    def __init__(self, certificate, key, ca, server_port):
        self.inside = ssl.create_default_context(cafile=ca)
        self.outside = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.outside.load_cert_chain(certificate, key)
        self.server_port = server_port
        self.conversations = []
        self.loop = asyncio.new_event_loop()
        started = threading.Event()
        self.thread = threading.Thread(target=self._run, args=(started,), daemon=True)
        self.thread.start()
        started.wait()

    def _run(self, started):
        asyncio.set_event_loop(self.loop)
        self.listener = self.loop.run_until_complete(
            asyncio.start_server(self._converse, "127.0.0.1", 0, ssl=self.outside))
        self.port = self.listener.sockets[0].getsockname()[1]
        started.set()
        self.loop.run_forever()

    @property
    def url(self):
        return f"wss://localhost:{self.port}"

    async def _converse(self, from_device, to_device):
        received, sent = bytearray(), bytearray()
        self.conversations.append((received, sent))
        try:
            from_server, to_server = await asyncio.open_connection("localhost", self.server_port, ssl=self.inside)
            await asyncio.gather(self._copy(from_device, to_server, received), self._copy(from_server, to_device, sent))
        except OSError:
            pass  # either side may go whenever it likes

    async def _copy(self, source, target, record):
        try:
            while data := await source.read(65536):
                record += data
                target.write(data)
                await target.drain()
        except OSError:
            pass
        finally:
            target.close()

    def stop(self):
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()

    def recording(self):
        """All bytes as they travelled, then again without the frames: devices mask what they send."""
        raw = b"\n".join(bytes(part) for pair in self.conversations for part in pair)
        return b"\n".join([raw, self.messages(0), self.messages(1)])

    def messages(self, side):
        """What devices said to the server (0) or it to them (1)."""
        return b"\n".join(b"".join(frames_of(bytes(pair[side]))) for pair in self.conversations)


def frames_of(stream):
    """The payloads of the WebSocket frames after the HTTP upgrade, unmasked."""
    at = stream.find(b"\r\n\r\n") + 4
    while 4 <= at and at + 2 <= len(stream):
        masked, size = stream[at + 1] & 0x80, stream[at + 1] & 0x7F
        at += 2
        if size > 125:
            wide = 2 if size == 126 else 8
            size, at = int.from_bytes(stream[at:at + wide], "big"), at + wide
        mask = b""
        if masked:
            mask, at = stream[at:at + 4], at + 4
        payload, at = stream[at:at + size], at + size
        yield unmasked(payload, mask) if masked else payload


def unmasked(payload, mask):
    # As one large number: a loop over bytes would take longer than the company's whole day.
    key = (mask * (len(payload) // 4 + 1))[:len(payload)]
    return (int.from_bytes(payload, "big") ^ int.from_bytes(key, "big")).to_bytes(len(payload), "big")
