"""Files that no reader can read: broken off, empty, or locked by a password."""

import base64
import hashlib
import struct

from tests.support.briefings import briefing_pdf
from tests.support.compound_file import compound_file


def broken_pdf() -> bytes:
    """A PDF whose download broke off after a third: neither its last objects nor the cross-reference table arrived."""
    whole = briefing_pdf()
    return whole[: len(whole) // 3]


def empty_file() -> bytes:
    """A file without a single byte."""
    return b""


def password_docx() -> bytes:
    """A Word file as Office saves it under a password: a compound file with the encrypted package inside.

    The streams have the form of [MS-OFFCRYPTO] agile encryption; what they hold is noise that no password opens.
    """
    size = 5000
    package = struct.pack("<Q", size) + _noise("package", -(-size // 16) * 16)
    return compound_file({"EncryptionInfo": _agile_info(), "EncryptedPackage": package})


def _agile_info() -> bytes:
    key = (
        'saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" '
        'cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"'
    )
    password = "http://schemas.microsoft.com/office/2006/keyEncryptor/password"
    return (
        struct.pack("<HHI", 4, 4, 0x40)
        + (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
            f'<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="{password}">'
            f'<keyData {key} saltValue="{_noise64("key", 16)}"/>'
            f'<dataIntegrity encryptedHmacKey="{_noise64("hmac", 64)}" encryptedHmacValue="{_noise64("value", 64)}"/>'
            f'<keyEncryptors><keyEncryptor uri="{password}"><p:encryptedKey spinCount="100000" {key} '
            f'saltValue="{_noise64("salt", 16)}" encryptedVerifierHashInput="{_noise64("input", 16)}" '
            f'encryptedVerifierHashValue="{_noise64("hash", 64)}" encryptedKeyValue="{_noise64("locked", 32)}"/>'
            "</keyEncryptor></keyEncryptors></encryption>"
        ).encode()
    )


def _noise64(seed: str, size: int) -> str:
    return base64.b64encode(_noise(seed, size)).decode()


def _noise(seed: str, size: int) -> bytes:
    """Bytes that look random and are the same in every run."""
    return hashlib.shake_256(seed.encode()).digest(size)
