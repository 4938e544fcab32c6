"""The description in estate.yaml, with the defaults filled in."""
import copy
import datetime


class Account:
    def __init__(self, name, number, values):
        self.name = name
        self.id = number
        self.values = values

    def __getitem__(self, key):
        return self.values[key]

    def get(self, key, default=None):
        return self.values.get(key, default)


class Estate:
    def __init__(self, tree):
        self.tree = tree
        self.now = tree["now"]
        self.time = datetime.datetime.fromisoformat(self.now.replace("Z", "+00:00"))
        self.regions = tree["regions"]
        self.opt_in = tree["opt_in"]
        self.units = tree["organization"]["units"]
        self.management = tree["organization"]["management"]
        self.suspended = tree["suspended"]
        self.no_role = tree["no_role"]
        self.accounts = [self._account(name, number) for name, number in tree["accounts"].items()]

    def _account(self, name, number):
        values = copy.deepcopy(self.tree["defaults"])
        for key, value in self.tree["differs"].get(name, {}).items():
            if key == "root":
                values["root"] = {**values["root"], **value}
            else:
                values[key] = value
        return Account(name, number, values)

    def account(self, name):
        return next(account for account in self.accounts if account.name == name)

    def by_id(self, number):
        return next((account for account in self.accounts if account.id == number), None)

    def id_of(self, name):
        return self.tree["accounts"][name]

    def readable(self):
        """Accounts that can be entered."""
        return [a for a in self.accounts if a.name not in self.suspended and a.name not in self.no_role]

    def days_ago(self, days, seconds=0):
        return self.time - datetime.timedelta(days=days, seconds=seconds)
