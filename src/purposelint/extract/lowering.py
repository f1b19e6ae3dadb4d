"""From source file to facts: decode, scan, check, parse, walk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from purposelint.domain.facts import FileFacts, Function, SourceFile, Unreadable, packed
from purposelint.domain.limits import TOO_HUNGRY
from purposelint.domain.place import pack
from purposelint.domain.statements import Stmt
from purposelint.extract import (
    chains,
    classes,
    compound,
    displays,
    functions,
    imports,
    literals,
    operations,
    simple,
)
from purposelint.extract import nodes as cst
from purposelint.extract.blocks import lower_statement
from purposelint.extract.coded import with_code
from purposelint.extract.cursor import MisalignedError
from purposelint.extract.decode import DecodeError, decode
from purposelint.extract.headers import docstring
from purposelint.extract.limits import MAX_BYTES, LimitError, check_limits
from purposelint.extract.parsing import parse
from purposelint.extract.scan import scan
from purposelint.extract.tokens import ScanError, Tokens
from purposelint.extract.walk import EXPRESSIONS, SMALL, STATEMENTS, Walk

_TOKENIZER = "tokenizer error"
_TOO_DEEP = "its code is nested too deeply to analyse"


def extract(source: SourceFile) -> FileFacts | Unreadable:
    """Facts of one file, or why there are none; whatever the bytes are, nothing is raised."""
    try:
        if len(source.data) > MAX_BYTES:
            return Unreadable(source.path, f"it is larger than {MAX_BYTES // 2**20} MB")
        text = decode(source.data)
        tokens = scan(text)
        check_limits(tokens)
        module = parse(text)
        facts = with_code(_facts(source.path, module, tokens))
    except (DecodeError, ScanError, LimitError) as error:
        return Unreadable(source.path, error.reason, error.line)
    except cst.ParserSyntaxError as error:
        return Unreadable(source.path, _syntax_reason(error), _line(error))
    except MisalignedError as error:
        return Unreadable(source.path, "its positions cannot be told", error.line)
    except RecursionError:
        return Unreadable(source.path, _TOO_DEEP)
    except MemoryError:
        return Unreadable(source.path, TOO_HUNGRY)
    return facts


def _line(error: cst.ParserSyntaxError) -> int:
    """Where the parser gave up; its tokenizer names the first line, wherever that was."""
    return 0 if error.message.startswith(_TOKENIZER) else error.raw_line


def _syntax_reason(error: cst.ParserSyntaxError) -> str:
    """What is wrong, without the list of everything that could have stood there instead."""
    message = error.message.partition(": expected")[0].partition("error at")[0].removeprefix("parser error")
    detail = message.removeprefix(_TOKENIZER).strip(" :")
    return f"a syntax error: {detail}" if detail else "a syntax error"


def _facts(path: str, module: cst.Module, tokens: Tokens) -> FileFacts:
    """Walk the tree with our own tokens, else with those that LibCST prints."""
    try:
        return _walk(path, module, tokens)
    except (MisalignedError, ValueError, LookupError):
        from purposelint.extract.recorded import record  # noqa: PLC0415 - loads LibCST, for few files

        printed = record(tokens.source)
    try:
        return _walk(path, module, printed)
    except (ValueError, LookupError) as error:
        raise MisalignedError("another token", 0) from error


def _walk(path: str, module: cst.Module, tokens: Tokens) -> FileFacts:
    walk = Walk(tokens)
    ownership = walk.ownership
    body: list[Stmt] = []
    if module.body:
        ownership.hold(module.header)
    for statement in module.body:
        lower_statement(walk, statement, body)
    if not module.body:
        ownership.own_by_scope(module.header, 0)
    ownership.own_by_scope(module.footer, 0)
    if walk.cursor.index != len(tokens.texts) - 1 and tokens.texts[walk.cursor.index]:
        raise MisalignedError("the end", tokens.line(walk.cursor.index))
    walk.functions[0] = _module_body(walk, tuple(body))
    return FileFacts(
        path=path,
        lines=len(tokens.lines) - (tokens.source.endswith(("\n", "\r")) or not tokens.source),
        imports=tuple(walk.imports),
        stars=tuple(walk.stars),
        exports=walk.exports,
        functions=tuple([each for each in walk.functions if each is not None]),
        classes=tuple([each for each in walk.classes if each is not None]),
        comments=ownership.finished(),
        packed_mentions=packed(walk.sorted_mentions()),
    )


def _module_body(walk: Walk, body: tuple[Stmt, ...]) -> Function:
    scope = walk.scope
    start = pack(1, 1)
    return Function(
        name="<module>",
        qualname="<module>",
        kind="module",
        parent=-1,
        class_=-1,
        is_async=False,
        is_generator=scope.is_generator,
        params=(),
        decorators=(),
        returns=None,
        docstring=docstring(body),
        locals=scope.local_names(),
        calls=tuple(sorted(scope.calls)),
        body=body,
        at=start,
        to=start,
        end=walk.cursor.tokens.at[-1],
    )


def _existing(handlers: Mapping[str, Any]) -> dict[type[cst.CSTNode], Any]:
    """Handlers of the node classes that the installed LibCST has."""
    return {getattr(cst, name): handler for name, handler in handlers.items() if hasattr(cst, name)}


EXPRESSIONS |= {
    cst.Name: chains.lower_name,
    cst.Attribute: chains.lower_chain,
    cst.Call: chains.lower_chain,
    cst.Subscript: chains.lower_chain,
    cst.SimpleString: literals.lower_simple_string,
    cst.ConcatenatedString: literals.lower_concatenation,
    cst.FormattedString: literals.lower_formatted,
    cst.Integer: literals.lower_integer,
    cst.Float: literals.lower_float,
    cst.Imaginary: literals.lower_imaginary,
    cst.Ellipsis: literals.lower_ellipsis,
    cst.UnaryOperation: operations.lower_unary,
    cst.BinaryOperation: operations.lower_binary,
    cst.BooleanOperation: operations.lower_boolean,
    cst.Comparison: operations.lower_comparison,
    cst.IfExp: operations.lower_condition,
    cst.NamedExpr: operations.lower_walrus,
    cst.Await: operations.lower_await,
    cst.Yield: operations.lower_yield,
    cst.StarredElement: operations.lower_star,
    cst.Lambda: functions.lower_lambda,
    cst.Tuple: displays.lower_tuple,
    cst.List: displays.lower_list,
    cst.Set: displays.lower_set,
    cst.Dict: displays.lower_dict,
    cst.GeneratorExp: displays.lower_generator,
    cst.ListComp: displays.lower_list_comprehension,
    cst.SetComp: displays.lower_set_comprehension,
    cst.DictComp: displays.lower_dict_comprehension,
}
EXPRESSIONS |= _existing(
    {
        "TemplatedString": literals.lower_formatted,
        "StarredDictComp": displays.lower_merging_comprehension,
    }
)

SMALL |= {
    cst.Expr: simple.lower_expression,
    cst.Assign: simple.lower_assign,
    cst.AnnAssign: simple.lower_annotated,
    cst.AugAssign: simple.lower_augmented,
    cst.Return: simple.lower_return,
    cst.Raise: simple.lower_raise,
    cst.Del: simple.lower_delete,
    cst.Assert: simple.lower_assert,
    cst.Global: simple.lower_scope,
    cst.Nonlocal: simple.lower_scope,
    cst.Pass: simple.lower_pass,
    cst.Break: simple.lower_break,
    cst.Continue: simple.lower_continue,
    cst.Import: imports.lower_import,
    cst.ImportFrom: imports.lower_import_from,
    cst.TypeAlias: simple.lower_type_alias,
}
SMALL |= _existing(
    {
        "LazyImport": imports.lower_lazy_import,
        "LazyImportFrom": imports.lower_lazy_import_from,
    }
)

STATEMENTS |= {
    cst.FunctionDef: functions.lower_function,
    cst.ClassDef: classes.lower_class,
    cst.If: compound.lower_if,
    cst.While: compound.lower_while,
    cst.For: compound.lower_for,
    cst.Try: compound.lower_try,
    cst.TryStar: compound.lower_try,
    cst.With: compound.lower_with,
    cst.Match: compound.lower_match,
}
