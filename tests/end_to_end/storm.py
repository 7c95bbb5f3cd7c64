"""The server dies under many devices and comes back: so must they all, soon, and not all at once."""

import asyncio
import signal
import sys
import threading
import time

from company import Company, arguments, require, require_equal, wait_until

BACK_SECONDS = 60
HERD_SHARE = 300 / 2000  # of all devices, the most attempts in one second
SOME = 5  # attempts that are no herd, however few the devices
ADDRESSES = 50


class Turnstile:
    """Passes TCP on, and knows when somebody tried: also while there is no server behind it."""

    def __init__(self, port):
        self.behind, self.attempts = port, []
        self.loop = asyncio.new_event_loop()
        ready = threading.Event()
        threading.Thread(target=self._run, args=(ready,), daemon=True).start()
        ready.wait()

    def _run(self, ready):
        asyncio.set_event_loop(self.loop)
        server = self.loop.run_until_complete(asyncio.start_server(self._pass, "127.0.0.1", 0, backlog=2000))
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        self.loop.run_forever()

    @property
    def url(self):
        return f"wss://localhost:{self.port}"

    async def _pass(self, reader, writer):
        self.attempts.append(time.monotonic())
        address = (f"127.0.6.{len(self.attempts) % ADDRESSES + 1}", 0)
        try:
            behind_reader, behind_writer = await asyncio.open_connection("127.0.0.1", self.behind, local_addr=address)
            await asyncio.gather(self._copy(reader, behind_writer), self._copy(behind_reader, writer))
        except OSError:
            pass
        finally:
            writer.close()

    async def _copy(self, source, target):
        try:
            while data := await source.read(65536):
                target.write(data)
                await target.drain()
        except OSError:
            pass
        finally:
            target.close()


def most_in_a_second(times):
    times = sorted(times)
    first, most = 0, 0
    for last, time_ in enumerate(times):
        while time_ - times[first] >= 1:
            first += 1
        most = max(most, last - first + 1)
    return most


def devices_of(server):
    return server.figures()["tern_devices"]


def main():
    options = arguments(clients=(20, "devices"), down=(15, "seconds without a server"))
    with Company(options) as company:
        server = company.start_server()
        turnstile = Turnstile(server.port)
        admin = company.device("The Boss")
        people = [company.device(f"Person {n}") for n in range(options.clients)]
        company.found(admin, turnstile.url)
        admin.ok("space", "create", "Shared", "--kind", "team")
        company.enrol(admin, [(one, [("Shared", "writer")]) for one in people])
        watchers = [one.start("sync", "--watch") for one in people]
        try:
            wait_until(lambda: devices_of(server) == options.clients, 120, "all devices are there")
            server.kill(signal.SIGKILL)
            died = time.monotonic()
            time.sleep(options.down)
            server.start()
            started = time.monotonic()
            wait_until(lambda: devices_of(server) == options.clients, BACK_SECONDS, "all devices are back")
            back = time.monotonic() - started
            tries = [at - died for at in turnstile.attempts if at > died]
            require(all(watcher.poll() is None for watcher in watchers), "a device gave up")
        finally:
            for watcher in watchers:
                watcher.send_signal(signal.SIGINT)
            for watcher in watchers:
                watcher.wait()
        # Without a server nobody is hurt, and all devices missed it at the same moment: told, not judged.
        absent, there = (most_in_a_second([at for at in tries if (at > started - died) == here]) for here in (False, True))
        require(there <= max(SOME, HERD_SHARE * options.clients), f"{there} attempts in one second")
        admin.create("account", "name=After", "--space", "Shared")
        admin.sync()
        require_equal(people[0].sync()["pending"], 0, "what could not be pushed")
        require_equal(server.kill(15), 0, "the server's exit status")
        print(f"storm: {options.clients} devices lost the server for {options.down} s and were back {back:.1f} s after its start; "
              f"{len(tries)} attempts, at most {absent} in a second without a server and {there} with one; "
              f"{company.seconds()} s; {server.check()}")


if __name__ == "__main__":
    sys.exit(main())
