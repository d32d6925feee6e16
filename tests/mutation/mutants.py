"""Small faults put into a module's syntax tree, one at a time."""

import ast
import copy
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tests.mutation.patterns import weakened_patterns

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
_SUMS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
_CALLS = {"min": "max", "max": "min", "any": "all", "all": "any", "search": "match", "match": "search",
          "fullmatch": "match"}  # fmt: skip
Path = tuple[tuple[str, int | None], ...]


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault: where it stands, in words, and the tree of the whole module that has it."""

    line: int
    change: str
    tree: ast.Module


def mutants(source: str) -> Iterator[Mutant]:
    """Every fault that can be put into `source`; types, decorators and docstrings are left alone."""
    tree = ast.parse(source)
    seen: Counter[str] = Counter()
    for path, scope, node in _places(tree, (), ""):
        for told, new in _faults(node):
            change = f"{scope}: {told}"
            seen[change] += 1
            nth = f" ({seen[change]})" if seen[change] > 1 else ""
            yield Mutant(getattr(node, "lineno", 0), change + nth, _replaced(tree, path, new))


def _places(node: ast.AST, path: Path, scope: str) -> Iterator[tuple[Path, str, ast.AST]]:
    for field, value in ast.iter_fields(node):
        if field in {"annotation", "returns", "decorator_list", "type_params"}:
            continue
        for at, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if not isinstance(child, ast.AST) or _is_left_alone(child):
                continue
            here = (*path, (field, at))
            named = _name_of(child) or scope
            yield here, named, child
            yield from _places(child, here, named)


def _is_left_alone(node: ast.AST) -> bool:
    docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    alias = isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation) == "TypeAlias"
    return docstring or alias or isinstance(node, ast.Import | ast.ImportFrom)


def _name_of(node: ast.AST) -> str | None:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return node.name
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id.isupper():
        return node.targets[0].id
    return None


def _faults(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """What can go wrong at one node: in words, and the node that takes its place."""
    for new in _changed(node):
        gone = _parts(node) - _parts(new) if type(node) is type(new) else set()
        yield f"{_short(node)} " + (f"without {_short(gone.pop())}" if gone else f"-> {_short(new)}"), new
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile":
        for dropped, weaker in weakened_patterns(node.args[0]):
            yield f"pattern without {dropped}", ast.Call(node.func, [weaker, *node.args[1:]], node.keywords)


def _changed(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare(left, ops, comparators):
            for at, op in enumerate(ops):
                yield ast.Compare(left, [*ops[:at], _COMPARISONS[type(op)](), *ops[at + 1 :]], comparators)
        case ast.BoolOp(op, values):
            yield ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
            for rest in _one_less(values):
                yield ast.BoolOp(op, rest) if len(rest) > 1 else rest[0]
        case ast.UnaryOp(ast.Not() | ast.USub(), operand):
            yield operand
        case ast.BinOp(left, op, right) if type(op) in _SUMS:
            yield ast.BinOp(left, _SUMS[type(op)](), right)
        case ast.IfExp(test, body, other):
            yield ast.IfExp(test, other, body)
        case ast.If(test, body, other):
            yield ast.If(ast.UnaryOp(ast.Not(), test), body, other)
        case ast.comprehension(target, source, ifs) if ifs:
            yield ast.comprehension(target, source, ifs[1:], 0)
        case ast.Constant(bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(int() | float() as value):
            yield ast.Constant(value + 1)
        case ast.Constant(str() as value):
            yield ast.Constant(f"XX{value}")
        case ast.Return(ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield ast.Return(ast.Constant(None))
        case ast.Expr() | ast.AugAssign():
            yield ast.Pass()
        case ast.Call(ast.Name(name) as func, args, keywords) if name in _CALLS:
            yield ast.Call(ast.Name(_CALLS[name], func.ctx), args, keywords)
        case ast.Call(ast.Attribute(owner, name), args, keywords) if name in _CALLS:
            yield ast.Call(ast.Attribute(owner, _CALLS[name], ast.Load()), args, keywords)
        case ast.Tuple(elts, ast.Load()) | ast.Set(elts) | ast.List(elts, ast.Load()) if len(elts) > 1:
            make = type(node)
            for rest in _one_less(elts):
                yield make(rest) if make is ast.Set else make(rest, ast.Load())  # type: ignore[call-arg]
        case ast.Dict(keys, values) if len(keys) > 1:
            for some_keys, some_values in zip(_one_less(keys), _one_less(values), strict=True):
                yield ast.Dict(some_keys, some_values)
    if isinstance(node, ast.Call):
        for rest in _one_less(node.keywords):
            yield ast.Call(node.func, node.args, rest)


def _parts(node: ast.AST) -> set[ast.AST]:
    match node:
        case ast.BoolOp(values=parts) | ast.Dict(keys=parts) | ast.Call(keywords=parts):
            return {part for part in parts if part is not None}
        case ast.Tuple(parts) | ast.List(parts) | ast.Set(parts):
            return set(parts)
    return set()


def _one_less(several: list) -> list[list]:  # type: ignore[type-arg]  # nodes of any kind
    return [several[:at] + several[at + 1 :] for at in range(len(several))]


def _short(node: ast.AST) -> str:
    text = " ".join(ast.unparse(ast.fix_missing_locations(copy.deepcopy(node))).split())
    return text if len(text) <= 90 else f"{text[:50]} ... {text[-35:]}"


def _replaced(tree: ast.Module, path: Path, new: ast.AST) -> ast.Module:
    """A copy of `tree` with `new` at `path`; only what lies on the path is copied."""
    top = copy.copy(tree)
    node: ast.AST = top
    for step, (field, at) in enumerate(path):
        last = step == len(path) - 1
        value = getattr(node, field)
        child = new if last else copy.copy(value if at is None else value[at])
        setattr(node, field, child if at is None else [*value[:at], child, *value[at + 1 :]])
        node = child
    return ast.fix_missing_locations(copy.deepcopy(top))
