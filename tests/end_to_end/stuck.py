"""Devices stop reading in the middle of a flood: the server holds little for them, and they miss nothing in the end."""

import signal
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from company import Company, arguments, in_parallel, require, require_equal, wait_until
from frames import fields_of
from lines import LOG_GET, Healthy, Impostor, field, p99

QUEUED_BYTES = 1024 * 1024  # a connection: kOutboxBytes of sync_server/limits.h
SERVERS_OWN_BYTES = 24_000_000  # a flood's cost with nobody stuck: caches and the allocator's remains
SLOWER, NOISE_SECONDS = 1.2, 0.02  # of the others' p99; a few milliseconds are the machine's
DESCRIPTION = 2000  # bytes of a row
CLOSED_SECONDS = 75  # kIdleMs of sync_server/limits.h, and a little


def flood(company, admin, start, rows):
    """An import, and its way to the server; the changes that it made."""
    path = company.path / f"rows-{start}.csv"
    path.write_text("name,description\n" + "".join(f"Account {n},{f'{n:08}' * (DESCRIPTION // 8)}\n" for n in range(start, start + rows)))
    admin.ok("import", path, "--entity", "account", "--space", "Shared")
    return admin.sync()["pushed"]


def measured(company, admin, healthy, start, rows):
    """A flood: the others' p99 meanwhile, and the most that the server held."""
    most = 0
    with ThreadPoolExecutor(1) as pool:
        flooding = pool.submit(flood, company, admin, start, rows)
        while not flooding.done():
            most = max(most, company.server.figures()["tern_resident_bytes"])
            time.sleep(0.1)
        require(flooding.result() >= rows, "the flood did not come")
    time.sleep(2)
    return p99(healthy.stop()), max(most, company.server.figures()["tern_resident_bytes"])


def main():
    options = arguments(readers=(4, "devices that stop reading"), rows=(3000, "of a flood"), healthy=(2, "lines that must not notice"),
                        stopped=(5, "seconds after the flood until they go on"))
    with Company(options) as company:
        server = company.start_server()
        impostor = Impostor(company)
        admin = company.device("The Boss")
        readers = [company.device(f"Reader {n}") for n in range(options.readers)]
        others = [company.device(f"Person {n}") for n in range(options.healthy)]
        company.found(admin, impostor.url)
        admin.ok("space", "create", "Shared", "--kind", "team")
        admin.ok("space", "create", "Elsewhere", "--kind", "team")
        company.enrol(admin, [(one, [("Shared", "writer")]) for one in readers] + [(one, [("Elsewhere", "writer")]) for one in others])
        log_get = next(field(*part) for part in fields_of(impostor.templates()[LOG_GET][0]) if part[0] == LOG_GET)
        usual, before = measured(company, admin, Healthy(impostor, others, log_get), 0, options.rows)
        in_parallel(lambda one: one.sync(), readers)
        watchers = [one.start("sync", "--watch") for one in readers]
        try:
            wait_until(lambda: server.figures()["tern_devices"] >= options.readers, 60, "the readers are there")
            time.sleep(2)
            healthy = Healthy(impostor, others, log_get)
            for watcher in watchers:
                watcher.send_signal(signal.SIGSTOP)
            meanwhile, most = measured(company, admin, healthy, options.rows, options.rows)
            time.sleep(options.stopped)
            figures = server.figures()
            require(options.stopped < CLOSED_SECONDS or figures["tern_devices"] == 0, lambda: f"the stuck are still there: {figures}")
        finally:
            for watcher in watchers:
                watcher.send_signal(signal.SIGCONT)
                watcher.send_signal(signal.SIGINT)
            for watcher in watchers:
                watcher.wait()
        held = most - before
        require(held <= options.readers * QUEUED_BYTES + SERVERS_OWN_BYTES, f"the server held {held} bytes for the stuck")
        require(meanwhile <= usual * SLOWER + NOISE_SECONDS, f"p99 of the others {meanwhile:.3f} s, usually {usual:.3f} s")
        in_parallel(lambda one: one.sync(), readers)
        wanted = admin.state_hash("Shared")
        for one in readers:
            require_equal(one.state_hash("Shared"), wanted, f"what {one} has")
        require_equal(server.kill(15), 0, "the server's exit status")
        print(f"stuck: {options.readers} devices stopped reading while {options.rows} rows came in {figures['tern_deltas_accepted_total'] // 2} "
              f"deltas; the server held {held // 1000} kB more than usual, {options.readers - figures['tern_devices']} were closed, all have everything; "
              f"others' p99 {meanwhile * 1000:.0f} ms, usually {usual * 1000:.0f} ms; {company.seconds()} s; {server.check()}")


if __name__ == "__main__":
    sys.exit(main())
