"""The pages of the reference that are printed from the program."""

from collections.abc import Callable
from pathlib import Path

from tests.written import commands, configuration, dictionary, errors, notices

REFERENCE: dict[Path, Callable[[], str]] = {
    dictionary.PAGE: dictionary.dictionary_page,
    commands.PAGE: commands.commands_page,
    configuration.PAGE: configuration.configuration_page,
    errors.PAGE: errors.errors_page,
    notices.PAGE: notices.notices_page,
}
"""Each page with what prints it."""
