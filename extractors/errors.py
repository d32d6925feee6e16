"""Why a paper could not be had or read, and what to do about it: one class for each mistake."""


class PaperError(Exception):
    """A paper could not be had or read. The message is one sentence for a person: what happened, what to do."""


class PaperNotFound(PaperError):
    """The address leads to nothing."""

    def __init__(self, address: str) -> None:
        super().__init__(f"{address} does not exist. Check the path or address.")


class EmptyPaper(PaperError):
    """The file has no bytes."""

    def __init__(self) -> None:
        super().__init__("The file is empty (0 bytes). Fetch it again from where it was published.")


class EncryptedPaper(PaperError):
    """The file opens only with a password."""

    def __init__(self, kind: str) -> None:
        super().__init__(
            f"This {kind} file is protected by a password. Ask the publisher for an open copy, or save one without."
        )


class DamagedPaper(PaperError):
    """The file is of a known kind but broken."""

    def __init__(self, kind: str, detail: str) -> None:
        super().__init__(
            f"This {kind} file is damaged and could not be read ({detail}). Fetch it again from where it was published."
        )


class UnknownKind(PaperError):
    """The content is of no kind that can be read."""

    def __init__(self, file_name: str, seen: str) -> None:
        super().__init__(
            f"{file_name} is {seen}, which is not read. Save it as PDF, DOCX, PPTX, XLSX, HTML, Markdown or text."
        )
