"""The functions of pdfium that are called for every character and every piece of a path, bound to cost little.

pypdfium2 binds them with typed pointers, whose checks take longer than the call; here handles and places in memory are
plain numbers. pdfium must never be called from two threads.
"""

import ctypes
from typing import Any

import pypdfium2.raw as pdfium_c

_HANDLE, _PLACE, _INT, _UNSIGNED = ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_uint


def handle(pointer: Any) -> int:
    """A pointer of pypdfium2 as a number."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _bound(function: Any, gives: Any, *takes: Any) -> Any:
    return ctypes.CFUNCTYPE(gives, *takes)(handle(function))


count_objects = _bound(pdfium_c.FPDFPage_CountObjects, _INT, _HANDLE)
object_at = _bound(pdfium_c.FPDFPage_GetObject, _HANDLE, _HANDLE, _INT)
count_inner_objects = _bound(pdfium_c.FPDFFormObj_CountObjects, _INT, _HANDLE)
inner_object_at = _bound(pdfium_c.FPDFFormObj_GetObject, _HANDLE, _HANDLE, ctypes.c_ulong)
type_of = _bound(pdfium_c.FPDFPageObj_GetType, _INT, _HANDLE)
bounds = _bound(pdfium_c.FPDFPageObj_GetBounds, _INT, _HANDLE, _PLACE, _PLACE, _PLACE, _PLACE)
matrix = _bound(pdfium_c.FPDFPageObj_GetMatrix, _INT, _HANDLE, _PLACE)
fill_colour = _bound(pdfium_c.FPDFPageObj_GetFillColor, _INT, _HANDLE, _PLACE, _PLACE, _PLACE, _PLACE)
stroke_colour = _bound(pdfium_c.FPDFPageObj_GetStrokeColor, _INT, _HANDLE, _PLACE, _PLACE, _PLACE, _PLACE)
has_transparency = _bound(pdfium_c.FPDFPageObj_HasTransparency, _INT, _HANDLE)
count_tags = _bound(pdfium_c.FPDFPageObj_CountMarks, _INT, _HANDLE)
tag_at = _bound(pdfium_c.FPDFPageObj_GetMark, _HANDLE, _HANDLE, ctypes.c_ulong)
tag_name = _bound(pdfium_c.FPDFPageObjMark_GetName, _INT, _HANDLE, _PLACE, ctypes.c_ulong, _PLACE)

count_segments = _bound(pdfium_c.FPDFPath_CountSegments, _INT, _HANDLE)
segment_at = _bound(pdfium_c.FPDFPath_GetPathSegment, _HANDLE, _HANDLE, _INT)
segment_point = _bound(pdfium_c.FPDFPathSegment_GetPoint, _INT, _HANDLE, _PLACE, _PLACE)
segment_type = _bound(pdfium_c.FPDFPathSegment_GetType, _INT, _HANDLE)
segment_closes = _bound(pdfium_c.FPDFPathSegment_GetClose, _INT, _HANDLE)
draw_mode = _bound(pdfium_c.FPDFPath_GetDrawMode, _INT, _HANDLE, _PLACE, _PLACE)
clip_of = _bound(pdfium_c.FPDFPageObj_GetClipPath, _HANDLE, _HANDLE)
count_clips = _bound(pdfium_c.FPDFClipPath_CountPaths, _INT, _HANDLE)
count_clip_segments = _bound(pdfium_c.FPDFClipPath_CountPathSegments, _INT, _HANDLE, _INT)
clip_segment_at = _bound(pdfium_c.FPDFClipPath_GetPathSegment, _HANDLE, _HANDLE, _INT, _INT)

count_characters = _bound(pdfium_c.FPDFText_CountChars, _INT, _HANDLE)
text_of = _bound(pdfium_c.FPDFText_GetText, _INT, _HANDLE, _INT, _INT, _PLACE)
code_point = _bound(pdfium_c.FPDFText_GetUnicode, _UNSIGNED, _HANDLE, _INT)
text_object_of = _bound(pdfium_c.FPDFText_GetTextObject, _HANDLE, _HANDLE, _INT)
loose_box = _bound(pdfium_c.FPDFText_GetLooseCharBox, _INT, _HANDLE, _INT, _PLACE)
tight_box = _bound(pdfium_c.FPDFText_GetCharBox, _INT, _HANDLE, _INT, _PLACE, _PLACE, _PLACE, _PLACE)
character_origin = _bound(pdfium_c.FPDFText_GetCharOrigin, _INT, _HANDLE, _INT, _PLACE, _PLACE)
character_matrix = _bound(pdfium_c.FPDFText_GetMatrix, _INT, _HANDLE, _INT, _PLACE)
is_generated = _bound(pdfium_c.FPDFText_IsGenerated, _INT, _HANDLE, _INT)
is_unmapped = _bound(pdfium_c.FPDFText_HasUnicodeMapError, _INT, _HANDLE, _INT)

font_of = _bound(pdfium_c.FPDFTextObj_GetFont, _HANDLE, _HANDLE)
font_size = _bound(pdfium_c.FPDFTextObj_GetFontSize, _INT, _HANDLE, _PLACE)
render_mode = _bound(pdfium_c.FPDFTextObj_GetTextRenderMode, _INT, _HANDLE)
font_name = _bound(pdfium_c.FPDFFont_GetBaseFontName, ctypes.c_size_t, _HANDLE, _PLACE, ctypes.c_size_t)
glyph_width = _bound(pdfium_c.FPDFFont_GetGlyphWidth, _INT, _HANDLE, ctypes.c_uint32, ctypes.c_float, _PLACE)
font_descent = _bound(pdfium_c.FPDFFont_GetDescent, _INT, _HANDLE, ctypes.c_float, _PLACE)
is_hyphen = _bound(pdfium_c.FPDFText_IsHyphen, _INT, _HANDLE, _INT)
