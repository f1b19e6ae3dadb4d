"""Policy: TOML to `Settings`, `Catalog` and `Policy`, with every mistake in it at once.

`settings_for` finds and reads the configuration, `load` the rules and the policy it names,
`load_policy` a policy alone. All raise `InputError`.
"""

from purposelint.policy.configuration import settings_for
from purposelint.policy.loading import load
from purposelint.policy.locations import rules_folder, shipped_policies
from purposelint.policy.policies import load_policy

__all__ = ["load", "load_policy", "rules_folder", "settings_for", "shipped_policies"]
