"""Runs a flow the way a command wants it: without the second that Prefect's heartbeat keeps a finished flow waiting,
and with the server that Prefect starts for it ending when the command does, even if it is killed.
"""

import flows.prefect_defaults  # noqa: F401, I001 - sets defaults that prefect reads while it is imported

import gc
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

import httpx
from prefect.client.orchestration import get_client
from prefect.settings import PREFECT_API_URL, PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

from flows.errors import RunFailed
from flows.leash import children_with, end_with_us

if TYPE_CHECKING:
    from prefect import Flow
    from prefect.client.schemas.objects import State

P = ParamSpec("P")
R = TypeVar("R")

_OWN_SERVER = "prefect.server.api.server:create_app"
"""What the command line of the server has in it that Prefect starts where none is named."""


def run_flow(flow: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Call `flow` and give its result; its errors come out as they are, a server that ended as RunFailed."""
    with _engine():
        return flow(*args, **kwargs)


def run_flow_to_state(flow: "Flow[..., State[R]]", *args: Any) -> R:
    """Call a flow that names its own end state, and give what it did also where that state is a failed one."""
    with _engine():
        state: State[Any] = flow(*args, return_state=True)
    outcome = state.result(raise_on_failure=False)
    if isinstance(outcome, BaseException):
        raise outcome
    done: R = outcome
    return done


@contextmanager
def _told_of_the_server() -> Iterator[None]:
    """A server that ends while a flow runs, in one sentence: Prefect tells it as an error of the connection."""
    try:
        yield
    except httpx.TransportError as error:
        if _was_interrupted(error):  # where the server hears Ctrl-C, that ends it too
            raise KeyboardInterrupt from error
        raise RunFailed(
            f"Prefect's server did not answer any more ({error}). No step was left half done, and steps that were "
            "done stay done: run the same command again."
        ) from error


@contextmanager
def _deaf_children() -> Iterator[None]:
    """What is started inside does not hear Ctrl-C, which a terminal tells to all: a run that is interrupted notes that
    with its server, and asks for more than a minute after one that ended by itself.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _was_interrupted(error: BaseException) -> bool:
    """Whether an error came up while an interrupt was dealt with."""
    before = error.__context__
    return before is not None and (isinstance(before, KeyboardInterrupt) or _was_interrupted(before))


@contextmanager
def _engine() -> Iterator[None]:
    """Prefect as a command wants it, for one flow."""
    with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}), _told_of_the_server():
        _leash_own_server()
        gc.freeze()  # what Prefect is made of is not gone through with each collection of what a flow leaves
        try:
            yield
        finally:
            gc.unfreeze()  # at its end the process takes apart what it can find


def _leash_own_server() -> None:
    if PREFECT_API_URL.value():
        return
    with _deaf_children(), get_client(sync_client=True):  # starts the server that the flow would start a moment later
        for pid in children_with(_OWN_SERVER):
            end_with_us(pid)
