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
            f"{file_name} is {seen}, which is not read. Save it as PDF, DOCX, PPTX, XLSX, ODT, HTML, Markdown or text."
        )


class ProgramMissing(PaperError):
    """The kind is read by way of a program that this machine does not have."""

    def __init__(self, file_name: str, seen: str, program: str) -> None:
        super().__init__(
            f"{file_name} is {seen}, which is read by way of {program}, and that is not installed here. "
            f"Install {program}, or save the file as PDF, DOCX, PPTX or XLSX."
        )


class NotConverted(PaperError):
    """The program that turns an old form into a new one gave nothing."""

    def __init__(self, kind: str, detail: str) -> None:
        super().__init__(
            f"LibreOffice could not open this {kind} ({detail.rstrip('. ')}). The file may be damaged or protected by "
            "a password, or that part of LibreOffice is not installed. Save the file as PDF, DOCX, PPTX or XLSX."
        )


class TooLarge(PaperError):
    """The file says that it holds more than the limits allow; `setting` is the limit that a user can raise."""

    def __init__(self, kind: str, holds: str, most: str, setting: str | None = None) -> None:
        cure = (
            f"Raise [limits] {setting} if the file is what it should be, or split it."
            if setting
            else "Fetch it again from where it was published."
        )
        super().__init__(f"This {kind} file {holds}; the most that is read is {most}. {cure}")


class NoPagePicture(PaperError):
    """There is no page to paint."""

    def __init__(self, why: str) -> None:
        super().__init__(f"{why}, so there is no picture of it. Only pages of PDF files can be shown as they are.")
