"""The reference by example: a paper goes in, observations come out.

Each module that `toc.py` lists is a chapter: a `TITLE`, a paragraph `ABOUT` and its `EXAMPLES`. `test_spec.py` keeps
every example true and `python -m tests.spec` prints them all as pages.

To add an example, write the paper as `tests/support/grids.py` draws papers, run the test, and keep what it shows where
that is what a careful official would sign. To add a chapter, write a module and list it in `toc.py`.
A paper without a title of its own stands under `FRONT`; where the framework does not matter use the six items of the
invented 'harbour care standard', so that grids stay small.
"""
