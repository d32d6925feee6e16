"""Runs a flow the way a command wants it: without the second that Prefect's heartbeat keeps a finished flow waiting."""

import flows.prefect_defaults  # noqa: F401, I001 - sets defaults that prefect reads while it is imported

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

if TYPE_CHECKING:
    from prefect import Flow
    from prefect.client.schemas.objects import State

P = ParamSpec("P")
R = TypeVar("R")


def run_flow(flow: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Call `flow` and give its result; its errors come out as they are."""
    with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        return flow(*args, **kwargs)


def run_flow_to_state(flow: "Flow[..., State[R]]", *args: Any) -> R:
    """Call a flow that names its own end state, and give what it did also where that state is a failed one."""
    with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        state: State[Any] = flow(*args, return_state=True)
    outcome = state.result(raise_on_failure=False)
    if isinstance(outcome, BaseException):
        raise outcome
    done: R = outcome
    return done
