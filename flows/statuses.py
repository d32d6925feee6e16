"""The exit statuses of the program, and what each one means."""

DONE = 0
WANTING = 1
WRONG_CALL = 2
UNFINISHED = 3
INTERRUPTED = 130
"""As shells have it after Ctrl-C."""

MEANINGS = {
    DONE: "The command finished; also where a document could not be read: that is a row with a reason.",
    WANTING: "With `--strict`: a document failed or a value waits for review. Of `doctor`: something keeps a refresh "
    "from working.",
    WRONG_CALL: "Wrong usage or configuration. Nothing was read or written.",
    UNFINISHED: "The run could not be finished. No step is left half done: what was loaded stays loaded, also where it "
    "could not be published.",
    INTERRUPTED: "It was interrupted (Ctrl-C). No step is left half done; the same command finishes the work.",
}
