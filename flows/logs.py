"""What a run tells while it goes on: one line an event, with the id of the document it is about."""

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Literal, TypeAlias

Form: TypeAlias = Literal["text", "json"]

_log = logging.getLogger("scorepack")


def tell(event: str, *, level: int = logging.INFO, **facts: object) -> None:
    """Log an event with its facts; those that are None are left out."""
    known = {name: fact for name, fact in facts.items() if fact is not None}
    words = " ".join(f"{name}={_shown(fact)}" for name, fact in known.items())
    _log.log(level, "%s", f"{event} {words}".strip(), extra={"event": event, "facts": known})


def listen() -> None:
    """From now on let events through to whoever has put a handler on the log 'scorepack', as Prefect does."""
    _log.setLevel(logging.INFO)


def log_to_stderr(form: Form) -> None:
    """From now on show every event on standard error, as lines of text or of JSON."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Json() if form == "json" else logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.handlers = [handler]
    listen()
    _log.propagate = False


class _Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        told = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": getattr(record, "event", record.getMessage()),
            **getattr(record, "facts", {}),
        }
        if record.exc_info:
            told["error"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False, default=str)


def _shown(fact: object) -> str:
    text = str(fact)
    return json.dumps(text, ensure_ascii=False) if not text or any(letter in text for letter in ' "=\n') else text
