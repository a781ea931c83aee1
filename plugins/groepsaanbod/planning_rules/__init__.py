"""What must hold in the coordinator's own files beyond the shape of one field.

A module for each file; each rule is a generator of problems, as in ``rules``.
"""

from groepsaanbod.planning_rules.aims import check_aims
from groepsaanbod.planning_rules.beside import Beside
from groepsaanbod.planning_rules.decisions import check_decisions
from groepsaanbod.planning_rules.inhabitants import check_inhabitants
from groepsaanbod.planning_rules.norms import check_norms
from groepsaanbod.planning_rules.owners import check_owners
from groepsaanbod.planning_rules.questions import check_questions

__all__ = [
    "Beside",
    "check_aims",
    "check_decisions",
    "check_inhabitants",
    "check_norms",
    "check_owners",
    "check_questions",
]
