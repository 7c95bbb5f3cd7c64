"""A company moves to another org: what it holds, then its people, who come later."""

import sys

from company import Company, arguments, require, require_equal

ANNA = "anna@maven.example"


def elsewhere(company, name, login):
    """A device of somebody who has one in the old org already."""
    device = company.device(name, login)
    base = device.folder.parent.with_name(name.lower().replace(" ", "-") + "-elsewhere")
    base.mkdir()
    device.folder, device.key = base / "data", base / "key"
    device.environment["TERN_DEVICE_KEY_FILE"] = str(device.key)
    return device


def told(device, entity, *columns):
    return sorted(tuple(str(record.get(column)) for column in columns) for record in device.json("list", entity))


def owners(device):
    """Accounts, and the names of those to whom they belong."""
    return {account["name"]: device.json("get", account["owner_id"])["name"]
            for account in device.json("list", "account")}


def old_company(company):
    boss, anna = company.device("The Boss"), company.device("Anna", ANNA)
    company.found(boss, name="Old")
    boss.ok("space", "create", "Team", "--kind", "team")
    company.enrol(boss, [(anna, [("Team", "writer")])])
    boss.ok("field", "create", "account", "sales_region", "--type", "text")
    boss.sync()
    anna.sync()
    account = anna.create("account", "name=Acme", "sales_region=North", "--space", "Team")
    anna.create("contact", "family_name=Lovelace", f"account_id={account}", "--space", "Team")
    boss.create("account", "name=Best", "--space", "Team")
    for device in (anna, boss, anna):
        device.sync()
    return boss


def main():
    options = arguments()
    with Company(options) as company:
        company.start_server()
        old = old_company(company)
        folder = company.path / "moving"
        files = {file["entity"] for file in old.json("export", "--all", folder)}
        require({"account", "contact", "custom_field", "space", "user"} <= files, lambda: f"files of {files}")

        new, anna = elsewhere(company, "The Boss", old.login), elsewhere(company, "Anna", ANNA)
        company.found(new, name="New")
        first = new.json("import", folder)
        require_equal((first["spaces"], first["others"]), (["Team"], []), "spaces that were made, files left over")
        require(all(file["refused"] == [] and "failure" not in file for file in first["files"]), lambda: f"{first}")
        for asked in (["account", "id", "name", "sales_region"], ["contact", "id", "family_name", "account_id"]):
            require_equal(told(new, *asked), told(old, *asked), f"{asked} in the new org")
        require_equal(owners(new), {"Acme": "Anna", "Best": "The Boss"}, "whose accounts those are")
        require_equal(new.ok("import", folder).out.split(", ")[1], "nothing new\n", "the same folder again")

        # Her name is no account yet: she is invited as anybody, and then her customers are hers.
        new.create("account", "name=Late", "owner_id=Anna", "--space", "Team")
        company.enrol(new, [(anna, [("Team", "writer")])])
        new.ok("import", folder)
        for device in (new, anna, new):
            device.sync()
        require_equal(owners(anna), {"Acme": "Anna", "Best": "The Boss", "Late": "Anna"}, "whose they are, for Anna")
        hers = anna.json("list", "account", "--where", "owner = me")
        require_equal({account["name"] for account in hers}, {"Acme", "Late"}, "her accounts")
        require_equal(len(new.json("list", "user", "--where", f"login = {ANNA}")), 1, "people of that login")
        require_equal(new.ok("import", folder).out.split(", ")[1], "nothing new\n", "the same folder once more")
        require_equal(new.state_hash("Team"), anna.state_hash("Team"), "the hash of what both hold")
        for device in (new, anna):
            device.ok("check")
        company.server.kill()
        print(f"{company.server.check()}; {len(files)} kinds of records moved in {company.seconds()} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
