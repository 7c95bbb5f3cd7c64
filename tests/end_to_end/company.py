"""A company of real processes: a throw-away CA, `tern-server` over TLS, and devices that run `tern`."""

import argparse
import csv
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
import ssl
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

SKIPPED = 77
PASSWORD = "correct horse battery staple"
WORKERS = 2


def arguments(**more):
    """The options that all scenarios share, and those of one: name=(default, help)."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--tern", required=True, help="the `tern` program")
    parser.add_argument("--server", required=True, help="the `tern-server` program")
    parser.add_argument("--keep", action="store_true", help="leave the folders behind, and say where")
    for name, (default, text) in more.items():
        parser.add_argument("--" + name.replace("_", "-"), default=default, type=type(default), help=text)
    return parser.parse_args()


def data_folder(name):
    """The practice data beside the repository; without it there is nothing to test."""
    root = pathlib.Path(__file__).resolve().parents[2]
    shared = pathlib.Path(os.environ.get("TERN_SHARED_DATA", root.parent / "shared" / "data"))
    folder = shared / name
    if not folder.is_dir():
        skip(f"there is no {name} in the shared data; TERN_SHARED_DATA says where else to look")
    return folder


def skip(reason):
    print("skipped: " + reason)
    sys.exit(SKIPPED)


def rows_of(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def require(holds, what):
    """An assertion that -O does not remove."""
    if not holds:
        raise AssertionError(what() if callable(what) else what)


def require_equal(found, wanted, what):
    require(found == wanted, lambda: f"{what}: found {found!r}, wanted {wanted!r}")


def wait_until(condition, seconds, what):
    """Polls until the condition gives something true, and returns it."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        require(time.monotonic() < end, f"after {seconds} s still not: {what}")
        time.sleep(0.01)


def in_parallel(work, items):
    """work(item) for all items on as many workers as this machine has cores for; the first failure is raised."""
    with ThreadPoolExecutor(WORKERS) as pool:
        return list(pool.map(work, items))


class Outcome:
    def __init__(self, arguments_, status, out, err):
        self.arguments, self.status, self.out, self.err = arguments_, status, out, err

    def json(self):
        # Money is compared to the cent: never by way of binary fractions.
        return json.loads(self.out, parse_float=Decimal)

    def __str__(self):
        return f"tern {' '.join(self.arguments)}: status {self.status}, {self.err.strip()} {self.out.strip()[:300]}"


class Company:
    """One folder with everything in it; a context manager that stops what it started."""

    def __init__(self, options):
        self.options = options
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="tern-e2e-"))
        self.server = None
        self.started_at = time.monotonic()
        make_certificates(self.path)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if self.server:
            self.server.kill()
        if self.options.keep:
            print(f"left in {self.path}")
        else:
            shutil.rmtree(self.path, ignore_errors=True)

    @property
    def ca(self):
        return self.path / "ca.pem"

    def seconds(self):
        return round(time.monotonic() - self.started_at, 1)

    def start_server(self):
        self.server = Server(self.options.server, self.path)
        self.server.start()
        return self.server

    def device(self, name, login=None, key_file=True):
        return Device(self, name, login or login_of(name), key_file)

    def found(self, admin, url=None, name="Maven"):
        admin.ok("org", "create", "--server", url or self.server.url, "--org", name, "--email", admin.login, "--name",
                 admin.name, "--ca", self.ca)

    def enrol(self, admin, guests):
        """guests: [(device, [(space, role)])]. Afterwards all of them have synced once as members."""
        links = {}
        for guest, spaces in guests:
            granted = [option for space, role in spaces for option in ("--space", f"{space}:{role}")]
            links[guest] = admin.ok("invite", "--email", guest.login, "--name", guest.name, *granted).out.strip()
        admin.sync()
        in_parallel(lambda guest: guest.ok("join", links[guest], "--email", guest.login, "--ca", self.ca), links)
        admin.sync()
        in_parallel(lambda guest: guest.sync(), links)


def login_of(name):
    return name.lower().replace(" ", ".") + "@maven.example"


def make_certificates(folder):
    """A CA, and a certificate of it for this machine's loopback names."""
    def openssl(*words):
        subprocess.run(["openssl", *map(str, words)], check=True, capture_output=True, cwd=folder)

    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    openssl("req", "-x509", *key, "-days", 2, "-subj", "/CN=Tern test CA", "-keyout", "ca.key", "-out", "ca.pem")
    openssl("req", *key, "-subj", "/CN=localhost", "-keyout", "server.key", "-out", "server.csr")
    (folder / "names").write_text("subjectAltName=DNS:localhost,IP:127.0.0.1\n")
    openssl("x509", "-req", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", 2,
            "-extfile", "names", "-out", "server.pem")


class Server:
    """`tern-server serve` with TLS. A restart takes the same port, as a real one would."""

    def __init__(self, program, folder):
        self.program, self.folder = str(program), folder
        self.data, self.log = folder / "server", folder / "server.log"
        self.port = 0
        self.process = None

    @property
    def url(self):
        return f"wss://localhost:{self.port}"

    def start(self):
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [self.program, "serve", "--data", self.data, "--listen", f"127.0.0.1:{self.port}", "--tls-cert",
                 self.folder / "server.pem", "--tls-key", self.folder / "server.key", "--open-orgs"],
                stdout=subprocess.PIPE, stderr=log, text=True)
        line = self.process.stdout.readline()
        require(line.startswith("listening on "), lambda: "the server does not start: " + self.log.read_text()[-500:])
        self.port = int(line.rsplit(":", 1)[1])

    def kill(self, how=signal.SIGKILL):
        """Its exit status."""
        if self.process is None:
            return None
        self.process.send_signal(how)
        status = self.process.wait()
        self.process.stdout.close()
        self.process = None
        return status

    def runs(self):
        return self.process is not None and self.process.poll() is None

    def page(self, path):
        trust = ssl.create_default_context(cafile=self.folder / "ca.pem")
        with urllib.request.urlopen(f"https://localhost:{self.port}{path}", context=trust, timeout=10) as answer:
            return answer.read().decode()

    def figures(self):
        lines = [line.split() for line in self.page("/metrics").splitlines() if not line.startswith("#")]
        return {name: int(value) for name, value in lines}

    def check(self):
        """`tern-server check`; the server must have been stopped."""
        done = subprocess.run([self.program, "check", "--data", self.data], capture_output=True, text=True)
        require(done.returncode == 0, lambda: f"tern-server check: {done.stdout}{done.stderr}")
        return done.stdout.strip()


class Device:
    """A person's data folder, and `tern` run on it."""

    def __init__(self, company, name, login, key_file=True):
        self.company, self.name, self.login = company, name, login
        base = company.path / "devices" / login.split("@")[0]
        base.mkdir(parents=True, exist_ok=True)
        self.folder, self.key = base / "data", base / "key"
        self.environment = {**os.environ, "TERN_PASSWORD": PASSWORD}
        if key_file:
            self.environment["TERN_DEVICE_KEY_FILE"] = str(self.key)

    def __repr__(self):
        return self.name

    def command(self, *words):
        return [str(self.company.options.tern), "--data", str(self.folder), *map(str, words)]

    def run(self, *words, environment=None, timeout=120):
        done = subprocess.run(self.command(*words), capture_output=True, text=True, timeout=timeout,
                              env={**self.environment, **(environment or {})})
        return Outcome(list(map(str, words)), done.returncode, done.stdout, done.stderr)

    def start(self, *words, **how):
        """A process that goes on: for watching, and for killing."""
        how = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **how}
        return subprocess.Popen(self.command(*words), env=self.environment, text=True, **how)

    def ok(self, *words):
        outcome = self.run(*words)
        require(outcome.status == 0, lambda: f"{self.name}: {outcome}")
        return outcome

    def json(self, *words):
        return self.ok(*words, "--json").json()

    def create(self, entity, *fields):
        return self.json("create", entity, *fields)["id"]

    def sync(self):
        result = self.json("sync")
        require(not result.get("alarms"), lambda: f"{self.name}: {result}")
        return result

    def state_hash(self, space=None):
        return self.json("state-hash", *(("--space", space) if space else ()))["hash"]

    def pending(self):
        return self.json("status")["pending"]
