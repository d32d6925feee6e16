"""Prefect as this program wants it: quiet, patient, nothing sent anywhere. Import this before `prefect`.

Set as environment defaults, because Prefect reads its settings from files only in the working directory. Whoever sets
one of these in the environment is obeyed.
"""

import logging
import os

_DEFAULTS = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    # The server that a single run starts for itself can take longer than the 20 seconds that Prefect allows.
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    # An error reaches the person as one sentence of the command; Prefect would print its whole way through the engine.
    "PREFECT_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_CLI_WRAP_LINES": "false",
}

_ours = _DEFAULTS.keys() - os.environ.keys()
for _name, _value in _DEFAULTS.items():
    os.environ.setdefault(_name, _value)

# What these send ends with the process, and a short command ends before they are done: nothing for a person to read.
for _worker in ("EventsWorker", "APILogWorker"):
    logging.getLogger(_worker).setLevel(logging.CRITICAL)


def tell_all() -> None:
    """Let runs that are started from here tell what they do in Prefect's pages, unless the environment says how much.

    For this process it comes too late: Prefect reads it while it is imported.
    """
    if "PREFECT_LOGGING_LEVEL" in _ours:
        os.environ["PREFECT_LOGGING_LEVEL"] = "INFO"
    os.environ.setdefault("PREFECT_LOGGING_EXTRA_LOGGERS", "scorepack")
