"""Two reps who both met the same customer: found, merged and parted over a real server, work going on meanwhile."""

import sys

from company import Company, arguments, require, require_equal

SHARED = "Shared"


class Pair:
    """Two devices that write in one space."""

    def __init__(self, anna, ben):
        self.both = (anna, ben)
        self.anna, self.ben = anna, ben

    def settle(self):
        """Until neither has anything for the other; what a merge leads on travels with the sync after it."""
        for _ in range(4):
            if sum(device.sync()[way] for device in self.both for way in ("pushed", "pulled")) == 0:
                break
        one, other = (device.state_hash() for device in self.both)
        require_equal(one, other, "the hash of what both hold")
        for device in self.both:
            device.ok("check")

    def on_both(self, ask):
        one, other = (ask(device) for device in self.both)
        require_equal(one, other, "what both are answered")
        return one


def customer(device, name, **fields):
    """The customer with a contact and a deal, as one rep types it."""
    more = [f"{field}={value}" for field, value in fields.items()]
    account = device.create("account", f"name={name}", *more, "--space", SHARED)
    contact = device.create("contact", f"family_name={name} contact", f"account_id={account}", "--space", SHARED)
    deal = device.create("opportunity", f"name={name} deal", f"account_id={account}", "--space", SHARED)
    return account, {contact, deal}


def living(device):
    return {account["id"] for account in device.json("list", "account")}


def belongings(device, account):
    """Ids of contacts and deals whose account that is."""
    return {record["id"] for entity in ("contact", "opportunity")
            for record in device.json("list", entity, "--where", f"account_id = {account}")}


def pairs(device):
    return {frozenset((pair["first"], pair["second"])) for pair in device.json("duplicates", "account")}


def same_customer_twice(pair, number):
    """Made offline on both, written otherwise; each sees the suggestion once both have synced."""
    first, its = customer(pair.anna, f"Muster {number} GmbH", phones=f"+43 660 12345{number:02}", employees=12)
    second, theirs = customer(pair.ben, f"MUSTER {number}", phones=f"0660 12345{number:02}", billing_addr_country="AT")
    pair.settle()
    require(frozenset((first, second)) in pair.on_both(pairs), "both see that the two may be one")
    return (first, its), (second, theirs)


def merged_while_the_other_works(pair):
    """Anna merges; Ben, who does not know it, adds to the record that loses, and edits it."""
    (first, its), (second, theirs) = same_customer_twice(pair, 1)
    operation = pair.anna.json("merge", first, second)
    require_equal(operation["references"], 2, "the references that follow")
    late = {pair.ben.create("contact", "family_name=Late contact", f"account_id={second}", "--space", SHARED),
            pair.ben.create("opportunity", "name=Late deal", f"account_id={second}", "--space", SHARED)}
    pair.ben.ok("set", second, "industry=software")
    pair.settle()
    require_equal(pair.on_both(living), {first}, "accounts after the merge")
    require_equal(pair.on_both(lambda device: belongings(device, first)), its | theirs | late, "all that belongs to it")
    require_equal(pair.on_both(pairs), set(), "suggestions after the merge")
    require_equal(pair.on_both(lambda device: device.json("get", second)["id"]), first, "who asks for the loser")
    edited = pair.on_both(lambda device: [(c["id"], c["field"]) for c in device.json("conflicts")])
    require(any(record == second for record, _ in edited), lambda: f"Ben's edit of the loser is told: {edited}")

    parted = pair.ben.json("unmerge", second)
    require(parted["restored"] > 0, lambda: f"unmerge: {parted}")
    pair.settle()
    require_equal(pair.on_both(living), {first, second}, "accounts after they were parted")
    require_equal(pair.on_both(lambda device: belongings(device, first)), its, "what belonged to the first")
    require_equal(pair.on_both(lambda device: belongings(device, second)), theirs | late, "what belonged to the second")
    require_equal(pair.on_both(lambda device: device.json("get", second).get("industry")), "software", "Ben's edit")
    return first, second


def merged_both_ways(pair):
    """Each merges the other's record into the own one, offline."""
    (first, its), (second, theirs) = same_customer_twice(pair, 2)
    before = pair.on_both(living)
    pair.anna.ok("merge", first, second)
    pair.ben.ok("merge", second, first)
    late = {pair.ben.create("contact", "family_name=After it", f"account_id={second}", "--space", SHARED)}
    pair.settle()
    survivor = min(first, second)
    require_equal(pair.on_both(living), before - {first, second} | {survivor}, "one account is left, the same for both")
    all_of_it = its | theirs | late
    require_equal(pair.on_both(lambda device: belongings(device, survivor)), all_of_it, "all that belongs to it")
    kept = pair.on_both(lambda device: device.json("get", survivor))
    require_equal((kept["employees"], kept["billing_addr_country"]), (12, "AT"), "what each had alone")
    pair.anna.ok("unmerge", survivor)
    pair.settle()
    require_equal(pair.on_both(living), before, "accounts after they were parted")
    require_equal(pair.on_both(lambda device: belongings(device, first)), its, "what belonged to the first")
    require_equal(pair.on_both(lambda device: belongings(device, second)), theirs | late, "what belonged to the second")


def main():
    options = arguments()
    with Company(options) as company:
        company.start_server()
        boss, anna, ben = (company.device(name) for name in ("The Boss", "Anna", "Ben"))
        company.found(boss)
        boss.ok("space", "create", SHARED, "--kind", "team")
        company.enrol(boss, [(anna, [(SHARED, "writer")]), (ben, [(SHARED, "writer")])])
        pair = Pair(anna, ben)
        pair.settle()
        merged_while_the_other_works(pair)
        merged_both_ways(pair)
        boss.sync()
        require_equal(boss.state_hash(SHARED), anna.state_hash(SHARED), "the hash of the space on a third device")
        company.server.kill()
        print(f"{company.server.check()}; two customers merged and parted in {company.seconds()} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
