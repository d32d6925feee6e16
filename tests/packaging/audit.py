"""Known weaknesses of the packages in the lock: `python -m tests.packaging.audit REPORT` reads what pip-audit wrote.

The service that knows them may be out of reach, or may not know the packages of this index. Then nothing is proved, and
that is said; it is no fault of a change. Exit status 1 where a package has a known weakness.
"""

import json
import sys
from pathlib import Path
from typing import Any


def main(report: Path) -> int:
    """Print what was found; 1 where a weakness is known."""
    try:
        facts = json.loads(report.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        print("Not audited: the service that knows weaknesses could not be asked.")
        return 0
    lines, weak = told(facts["dependencies"])
    print("\n".join(lines))
    return 1 if weak else 0


def told(dependencies: list[dict[str, Any]]) -> tuple[list[str], bool]:
    """What to print of the packages of a report, and whether one of them has a known weakness."""
    weak = [(one["name"], one["version"], found) for one in dependencies for found in one.get("vulns", ())]
    unknown = [one["name"] for one in dependencies if "skip_reason" in one]
    lines = [
        f"{name} {version}: {found['id']}, mended in {', '.join(found['fix_versions']) or 'no version yet'}"
        for name, version, found in weak
    ]
    lines.append(f"{len(dependencies) - len(unknown)} packages audited, {len(weak)} known weaknesses.")
    if unknown:
        lines.append(f"Not audited, for the service does not know them: {len(unknown)} packages.")
    return lines, bool(weak)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
