"""Policy: TOML to `Settings`, `Catalog` and `Policy`, with every mistake in it at once.

`settings_for` finds and reads the configuration, `load` the rules and the policy it names,
`load_policy_beside` these whatever `[[declare]]` tables say, `load_policy` a policy alone, `load_two` an
old and a new one; `read_clauses` reads the text that one was made from, for `compare`. All raise
`InputError`.
"""

from purposelint.policy.baselines import read_baseline, written
from purposelint.policy.clauses import as_toml, compare, read_clauses
from purposelint.policy.configuration import settings_for
from purposelint.policy.loading import load, load_policy_beside, load_two
from purposelint.policy.locations import rules_folder, shipped_policies
from purposelint.policy.own_guards import OwnGuard, own_guards
from purposelint.policy.policies import load_policy
from purposelint.policy.renaming import with_purpose
from purposelint.policy.statements import citations

__all__ = [
    "OwnGuard",
    "as_toml",
    "citations",
    "compare",
    "load",
    "load_policy",
    "load_policy_beside",
    "load_two",
    "own_guards",
    "read_baseline",
    "read_clauses",
    "rules_folder",
    "settings_for",
    "shipped_policies",
    "with_purpose",
    "written",
]
