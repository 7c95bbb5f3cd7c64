"""A public sales company, whole: 42 devices over TLS, 8,800 opportunities, the books' figures to the cent, six
people who work offline against each other; and a server, a wire and a lost phone in which nobody can read any of it."""

import datetime
import re
import sys
import time
from collections import Counter, defaultdict
from decimal import Decimal

import needles
from company import (Company, arguments, data_folder, in_parallel, require, require_equal, rows_of)
from tap import Tap

STAGES = [("Prospecting", "open"), ("Engaging", "open"), ("Won", "won"), ("Lost", "lost")]


class Staff:
    """Who works where, and the device of each."""

    def __init__(self, company, data):
        self.company = company
        self.teams = defaultdict(list)
        self.offices = {row["regional_office"] for row in rows_of(data / "sales_teams.csv")}
        for row in rows_of(data / "sales_teams.csv"):
            self.teams[row["manager"]].append(row["sales_agent"])
        self.agents = [agent for team in self.teams.values() for agent in team]
        self.manager_of = {agent: manager for manager, team in self.teams.items() for agent in team}
        self.admin = company.device("The Boss")
        self.devices = {name: company.device(name) for name in [*self.teams, *self.agents]}

    def everybody(self):
        return [self.admin, *self.devices.values()]

    def members(self, agent):
        return [self.admin, self.devices[self.manager_of[agent]], self.devices[agent]]

    def found(self, url):
        self.company.found(self.admin, url)
        for agent in self.agents:
            self.admin.ok("space", "create", agent, "--kind", "book")
        guests = [(self.devices[name], [(agent, "manager") for agent in team]) for name, team in self.teams.items()]
        guests += [(self.devices[name], [(name, "writer")]) for name in self.agents]
        self.company.enrol(self.admin, guests)


def import_everything(admin, data):
    """Twice: the second time finds everything there, writes nothing and says so. Returns the first one's seconds."""
    org = ("--space", "Maven")
    accounts = (data / "accounts.csv", "--entity", "account", *org, "--map",
                "account=name,external_id={account},sector=industry,annual_revenue={revenue}M,"
                "subsidiary_of=parent_id,source_system='crm_sales'")
    products = (data / "products.csv", "--entity", "product", *org, "--map",
                "product=name,sku={product},external_id={product},sales_price=list_price,source_system='crm_sales'")
    deals = (data / "sales_pipeline.csv", "--entity", "opportunity", "--space-by", "sales_agent", "--zone", "UTC",
             "--map", "opportunity_id=external_id,name={account} {product},sales_agent=owner_id,product=product_id,"
             "account=account_id,deal_stage=stage_id,engage_date=engaged_on,close_date=closed_at,"
             "close_value=amount,source_system='crm_sales'")
    pipeline = admin.create("pipeline", "name=Sales", *org)
    for order, (name, kind) in enumerate(STAGES):
        admin.create("stage", f"name={name}", f"pipeline_id={pipeline}", f"order={order}", f"kind={kind}", *org)
    files = ((accounts, 85), (products, 7), (deals, 8800))
    begin = time.monotonic()
    for words, rows in files:
        report = admin.json("import", *words)
        require_equal((report["rows"], report["created"], report["refused"]), (rows, rows, []), "the import's report")
        # The accounts spell one industry in a way of their own.
        require_equal([note["reason"].split(" is no choice")[0] for note in report["warnings"]],
                      ['industry: "technolgy"'] if rows == 85 else [], "the import's warnings")
    seconds = time.monotonic() - begin
    before = admin.state_hash()
    for words, rows in files:
        report = admin.json("import", *words)
        require_equal((report["rows"], report["unchanged"], report.get("jobs")), (rows, rows, None), "the second import")
    require_equal(admin.state_hash(), before, "the state after a second import")
    return seconds


def check_views(staff, data):
    """Everybody sees exactly what is theirs; returns what each manager's device lists."""
    ids = defaultdict(set)
    for row in rows_of(data / "sales_pipeline.csv"):
        ids[row["sales_agent"]].add(row["opportunity_id"])

    def listed(name):
        deals = staff.devices[name].json("list", "opportunity")
        wanted = set().union(*(ids[agent] for agent in staff.teams.get(name, [name])))
        require_equal(len(deals), len(wanted), f"opportunities that {name} sees")
        require({deal["external_id"] for deal in deals} == wanted, f"{name} sees other people's opportunities")
        for entity, count in (("account", 85), ("product", 7), ("stage", len(STAGES))):
            require_equal(len(staff.devices[name].json("list", entity)), count, f"{entity}s that {name} sees")
        return name, deals

    views = dict(in_parallel(listed, list(staff.devices)))
    return {manager: views[manager] for manager in staff.teams}


def check_agreement(staff):
    """All members of each space print the same hash; the number of hashes compared."""
    asked = [(space, device) for space in staff.agents for device in staff.members(space)]
    asked += [("Maven", device) for device in staff.everybody()]
    hashes = defaultdict(set)
    for space, digest in in_parallel(lambda pair: (pair[0], pair[1].state_hash(pair[0])), asked):
        hashes[space].add(digest)
    for space, digests in hashes.items():
        require_equal(len(digests), 1, f"different states of {space}")
    return len(asked)


def quarter(day):
    return f"{day.year}Q{(day.month + 2) // 3}"


def figures_of_csv(data, manager_of):
    won, closed = defaultdict(Decimal), Counter()
    for row in rows_of(data / "sales_pipeline.csv"):
        if row["deal_stage"] in ("Won", "Lost"):
            closed[manager_of[row["sales_agent"]], row["deal_stage"].lower()] += 1
        if row["deal_stage"] == "Won":
            day = datetime.datetime.strptime(row["close_date"], "%m/%d/%Y")
            product = "GTX Pro" if row["product"] == "GTXPro" else row["product"]
            won[row["sales_agent"], product, quarter(day)] += Decimal(row["close_value"])
    return won, closed


def figures_of_devices(staff, views):
    won, closed = defaultdict(Decimal), Counter()
    for manager, deals in views.items():
        device = staff.devices[manager]
        products = {one["id"]: one["name"] for one in device.json("list", "product")}
        kinds = {one["id"]: one["kind"] for one in device.json("list", "stage")}
        books = {one["id"]: one["name"] for one in device.json("space", "list")}
        people = {one["user"].replace("-", ""): one["name"] for agent in staff.teams[manager]
                  for one in device.json("space", "members", agent)}
        for deal in deals:
            agent, kind = books[deal["space"]], kinds[deal["stage_id"]]
            require_equal(people[deal["owner_id"].replace("-", "")], agent, "the owner of a book's opportunity")
            if kind in ("won", "lost"):
                closed[manager, kind] += 1
            if kind == "won":
                require_equal(deal["amount_currency"], "USD", "currency")
                day = datetime.date.fromisoformat(deal["closed_at"][:10])
                won[agent, products[deal["product_id"]], quarter(day)] += deal["amount"]
    return won, closed


def check_figures(staff, data, views):
    found, wanted = figures_of_devices(staff, views), figures_of_csv(data, staff.manager_of)
    require_equal(dict(found[0]), dict(wanted[0]), "won amount by agent, product and quarter")
    require_equal(found[1], wanted[1], "won and lost by manager")
    rates = {manager: wanted[1][manager, "won"] / (wanted[1][manager, "won"] + wanted[1][manager, "lost"])
             for manager in staff.teams}
    return len(found[0]), sum(found[0].values()), rates


class Fight:
    """One record, on which an agent and a manager work without knowing of each other."""

    def __init__(self, agent, manager, record):
        self.agent, self.manager, self.record = agent, manager, record
        self.written = []  # (field, value), by whomsoever

    def set(self, device, field, value):
        device.ok("set", self.record, f"{field}={value}")
        self.written.append((field, value))

    def check(self, conflicts):
        """On both sides: the same record, and each written value is live, a conflict's, or in the history."""
        sides = [self.agent, self.manager]
        live = [side.json("get", self.record) for side in sides]
        require_equal(live[0], live[1], "the record on two devices")
        kept = 0
        for side in sides:
            seen = {(one["field"], str(one["value"])) for one in side.json("history", self.record)}
            seen |= {(one["field"], str(one[end])) for one in conflicts[side] if one["id"] == self.record
                     for end in ("winner", "loser")}
            for field, value in self.written:
                if str(live[0].get(field)) != value:
                    require((field, value) in seen, lambda: f"{side.name} has lost {field}={value}: {seen}")
                    kept += 1
        return kept


def rivals_of(staff, views):
    """Six agents who have opportunities, of six managers."""
    busy = [{deal["owner_id"] for deal in deals} for deals in views.values()]
    people = {one["id"]: one["name"] for one in staff.admin.json("list", "user")}
    names = [sorted(people[owner] for owner in owners)[0] for owners in busy]
    return [staff.devices[name] for name in names]


def work_offline(staff, agent):
    """An agent and the manager at records that both hold; returns the disputes."""
    manager = staff.devices[staff.manager_of[agent.name]]
    records = [deal["id"] for deal in agent.json("list", "opportunity", "--limit", 5)]
    same, different, agent_deletes, manager_deletes, longer = fights = [Fight(agent, manager, one) for one in records]
    same.set(agent, "next_step", "call the buyer")
    same.set(manager, "next_step", "send the quote")
    different.set(manager, "description", "a word from above")
    different.set(agent, "next_step", "visit on Monday")
    agent_deletes.set(manager, "next_step", "keep this one")
    agent.ok("delete", agent_deletes.record)
    manager.ok("delete", manager_deletes.record)
    manager_deletes.set(agent, "next_step", "nearly there")
    for turn in range(3):
        longer.set(agent, "name", f"agent's name {turn}")
        longer.set(manager, "name", f"manager's name {turn}")
    return fights


def sync_in_mixed_order(staff, rivals):
    """Some agents before their managers, some after; then once round, so that everybody hears of everything."""
    managers = list({staff.manager_of[agent.name]: staff.devices[staff.manager_of[agent.name]] for agent in rivals}.values())
    in_parallel(lambda device: device.sync(), rivals[:3])
    in_parallel(lambda device: device.sync(), managers)
    in_parallel(lambda device: device.sync(), rivals[3:])
    in_parallel(lambda device: device.sync(), [*managers, staff.admin, *rivals])


def check_fights(staff, rivals, fights):
    sides = {*rivals, *(fight.manager for fight in fights)}
    conflicts = dict(in_parallel(lambda side: (side, side.json("conflicts")), sides))
    kept = sum(in_parallel(lambda fight: fight.check(conflicts), fights))
    for fight in fights:
        mine, theirs = ([{**one, "n": 0} for one in conflicts[side] if one["id"] == fight.record]
                        for side in (fight.agent, fight.manager))
        require_equal(sorted(mine, key=str), sorted(theirs, key=str), "the conflicts on two devices")
    for index, fight in enumerate(fights):
        found = [one["field"] for one in conflicts[fight.agent] if one["id"] == fight.record]
        require_equal(len(found), 0 if index % 5 == 1 else 1, f"conflicts of dispute {index}: {found}")
    return kept, sum(len(conflicts[agent]) for agent in rivals)


def words_of(data, staff):
    """Everything that the company would not want to be read: whatever stands in its files, and what its files call it."""
    words = set()
    for name in ("accounts", "products", "sales_teams", "sales_pipeline"):
        rows = rows_of(data / f"{name}.csv")
        words |= set(rows[0])
        for row in rows:
            words |= {value for value in row.values() if not re.fullmatch(r"\d{1,4}", value)}
            words |= {f"{Decimal(row[field]):.2f}" for field in ("close_value", "sales_price") if row.get(field)}
    words |= {device.login for device in staff.everybody()} | {device.name for device in staff.everybody()}
    return words | {"Maven", "external_id", "stage_id", "owner_id", "amount_currency", "closed_at", "engaged_on",
                    "account_id", "product_id", "annual_revenue", "industry", "next_step"}


def readable(device):
    """What a device shows to its owner, as JSON and as text: where the search must find what it looks for."""
    out = [device.ok("status", "--json").out]
    out += [device.ok("list", entity, "--json").out for entity in ("account", "product", "opportunity", "user")]
    return "".join(out)


def check_blindness(company, staff, data, tap, listing):
    haystack = needles.Haystack(words_of(data, staff))
    server = company.server
    listed = haystack.hits((listing + readable(staff.admin)).encode())
    proof = {**haystack.hits(b"\n".join(path.read_bytes() for path in data.glob("*.csv"))), **listed}
    require_equal(set(haystack.words) - set(proof), set(), "needles that the search misses where they are")
    org = bytes.fromhex(staff.admin.json("status")["org_id"].replace("-", ""))
    require(org in tap.messages(0) and org in tap.messages(1), "the recording is not what devices and server said")
    places = {"recording": tap.recording(), "log": needles.without_figures(server.log.read_text()),
              "metrics": needles.without_figures(server.page("/metrics"))}
    for path in server.data.rglob("*"):
        if path.is_file():
            places["server/" + path.name] = path.read_bytes()
    for device in (staff.admin, next(iter(staff.devices.values()))):
        for path in device.folder.glob("*"):
            if path.is_file() and path.name != "recovery-kit.txt":
                places[f"{device.name}/{path.name}"] = path.read_bytes()
                require(b"SQLite format 3" not in places[f"{device.name}/{path.name}"], f"{path.name} is a plain database")
    hits = {place: found for place, found in ((place, haystack.hits(bytes_)) for place, bytes_ in places.items()) if found}
    require(not hits, lambda: f"readable: {hits}")
    return haystack, len(listed), places


def check_lock(device):
    wrong = device.run("list", "account", environment={"TERN_DEVICE_KEY_FILE": "", "TERN_PASSWORD": "not this one"})
    require_equal((wrong.status, wrong.out), (1, ""), "a device opened with a wrong password")
    require(re.fullmatch(r"tern: [^\n]*password[^\n]*\n", wrong.err), f"unclear: {wrong.err!r}")


def main():
    options = arguments()
    data = data_folder("crm_sales")
    with Company(options) as company:
        server = company.start_server()
        tap = Tap(company.path / "server.pem", company.path / "server.key", company.ca, server.port)
        staff = Staff(company, data)
        staff.found(tap.url)
        times = {"enrolled": company.seconds()}
        seconds = import_everything(staff.admin, data)
        staff.admin.sync()
        times["imported"] = company.seconds()
        in_parallel(lambda device: device.sync(), staff.devices.values())
        times["synced"] = company.seconds()
        views = check_views(staff, data)
        hashes = check_agreement(staff)
        cells, total, rates = check_figures(staff, data, views)
        times["compared"] = company.seconds()
        listing = readable(staff.admin)  # before anybody deletes
        rivals = rivals_of(staff, views)
        fights = sum(in_parallel(lambda agent: work_offline(staff, agent), rivals), [])
        sync_in_mixed_order(staff, rivals)
        kept, conflicts = check_fights(staff, rivals, fights)
        hashes += check_agreement(staff)
        times["fought"] = company.seconds()
        print(f"company: {len(staff.everybody())} devices, {len(staff.offices)} offices, 8800 opportunities; {hashes} hashes "
              f"equal; {cells} sums equal, {total} won, win rates "
              + ", ".join(f"{manager} {rate:.4f}" for manager, rate in sorted(rates.items())) +
              f"; {len(fights)} disputed records, {sum(len(fight.written) for fight in fights)} edits, {kept} lost values "
              f"kept, {conflicts} conflicts; import {seconds:.1f} s; seconds {times}")
        haystack, proven, places = check_blindness(company, staff, data, tap, listing)
        check_lock(staff.admin)
        tap.stop()
        print(f"blind: {len(haystack.words)} needles in {haystack.patterns} spellings ({haystack.left_out} left out as too short; "
              f"{proven} found in a device's listing, the others in the files), 0 in {len(places)} places of "
              f"{sum(map(len, places.values())) // 1000} kB; {company.seconds()} s")
        require_equal(server.kill(15), 0, "the server's exit status")
        print(server.check())


if __name__ == "__main__":
    sys.exit(main())
