"""The last word of a command."""

import subprocess
import sys

SCRIPT = """
import os, sys
from flows.silence import say_no_more
print("the last word", file=sys.stderr)
say_no_more()
print("more", file=sys.stderr)
os.write(2, b"and more")
print("a result")
"""


def test_nothing_is_said_after_the_last_word():
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert done.stderr == "the last word\n"
    assert done.stdout == "a result\n"
