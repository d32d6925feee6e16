"""The deck as a text extract: what is left when somebody copies the words out of the pack."""

from drawing.contents import Deck, Slide


def text_extract(deck: Deck, first_page: int) -> str:
    """Headings with '#', bullets with '-', tables with tabs; pictures leave a gap.

    The pack's page number, counted from `first_page` on, is what such an extract drags along: at the end of the head
    row where the slide has a table, on a line of its own after every third slide, elsewhere not at all.
    """
    head = [deck.publisher, f"# {deck.title}", f"## {deck.lines[0]}", *deck.lines[1:]]
    slides = [_slide(slide, first_page + number) for number, slide in enumerate(deck.slides, start=1)]
    return "\n\n".join([*head, *slides, "This page is intentionally left blank"]) + "\n"


def _slide(slide: Slide, page: int) -> str:
    parts = [f"# {slide.title}", *([f"## {slide.lead}"] if slide.lead else [])]
    if slide.bullets:
        parts.append("\n".join(f"- {text}" for text in slide.bullets))
    parts += [f"{picture.caption}\n" for picture in slide.pictures]
    if slide.table:
        head, *body = slide.table
        parts.append("\n".join("\t".join(row) for row in ((*head, str(page)), *((*row, "") for row in body))))
    parts += [slide.footnote] if slide.footnote else []
    parts += [str(page)] if page % 3 == 0 and not slide.table else []
    return "\n\n".join(parts)
