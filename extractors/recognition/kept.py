"""Pictures that were read, kept by what they show: the same heatmap in a pack and in a paper of its own costs once."""

import hashlib
from collections import OrderedDict

from extractors.recognition.page import read_picture
from extractors.recognition.picture import Picture
from extractors.recognition.recognised import RecognisedPage
from extractors.recognition.settings import RecognitionSettings

_MOST_KEPT = 128
_Key = tuple[bytes, int, int, float, RecognitionSettings]
_kept: OrderedDict[_Key, RecognisedPage] = OrderedDict()


def read_once(picture: Picture, settings: RecognitionSettings) -> RecognisedPage:
    """What a picture shows; the last hundred pictures of this process are remembered."""
    key = _key(picture, settings)
    found = _kept.get(key)
    if found is None:
        found = _kept[key] = read_picture(picture, settings)
        if len(_kept) > _MOST_KEPT:
            _kept.popitem(last=False)
    _kept.move_to_end(key)
    return found


def _key(picture: Picture, settings: RecognitionSettings) -> _Key:
    digest = hashlib.blake2b(picture.pixels, digest_size=20).digest()
    return digest, picture.width, picture.height, picture.scale, settings
