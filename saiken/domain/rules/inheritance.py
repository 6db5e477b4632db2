"""Who inherits and in which share (民法 886条から902条, 939条): spouse, children, ascendants, siblings, and who steps in for them.

The one idea: each child or sibling is a stem; a stem without anyone who can inherit counts for nothing, the others share by weight. What a
share of a debt comes to is in `inheritance_debt`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from saiken.domain.claim.kind import ClaimKind
from saiken.domain.errors import InvalidInput
from saiken.domain.rules.explanation import Explained, Step, rule_sentence
from saiken.domain.rules.inheritance_family import Family, Relative
from saiken.law.citation import Citation, cite
from saiken.law.lawbook import LawBook

WHOLE = Fraction(1)
#: How far children step in: a child's line without end, a sibling's children only.
_CHILD_DEPTH, _SIBLING_DEPTH = 1_000, 1
_RANKS = {
    "子": ("spouse_share_with_children", "civil_code/887/1 civil_code/900/0/1"),
    "直系尊属": ("spouse_share_with_ascendants", "civil_code/889/1/1 civil_code/900/0/2"),
    "兄弟姉妹": ("spouse_share_with_siblings", "civil_code/889/1/2 civil_code/900/0/3"),
}


@dataclass(frozen=True)
class Heir:
    """An heir: relation in Japanese, share, and whom the heir represents (empty when nobody)."""

    name: str
    relation: str
    share: Fraction
    represents: str = ""


@dataclass(frozen=True)
class Left:
    """A relative who does not inherit, and why."""

    name: str
    reason: str


@dataclass(frozen=True)
class Succession:
    """All heirs, whose shares add up to one, and those left out."""

    heirs: tuple[Heir, ...]
    left: tuple[Left, ...]

    @property
    def needs_administrator(self) -> bool:
        """Whether nobody inherits, so that an administrator of the estate must be asked for (民法 952条)."""
        return not self.heirs


@dataclass(frozen=True)
class _Stem:
    """A child or sibling with those who inherit in that line, their parts of the line adding up to one."""

    weight: Fraction
    heirs: tuple[Heir, ...]


def shares(family: Family, *, kind: ClaimKind, lawbook: LawBook) -> Explained[Succession]:
    """債務は相続分に応じて相続人が承継し、放棄した者は初めから相続人でなかったものとし、死亡などの者はその子が代襲する.

    For a tax the shares of a will count; towards other creditors the statutory ones stay (民法 902条の2).
    """
    found = _statutory(family, lawbook=lawbook)
    steps = [*_steps(found, family)]
    if family.designated:
        steps.append(_will_step(kind))
        if kind is ClaimKind.TAX:
            found = _designated(found, family)
    if found.needs_administrator:
        steps.append(
            Step("相続人がいないので、相続財産の清算人の選任を求める", _cited("civil_code/951 civil_code/952/1"))
        )
    return Explained(found, rule_sentence(shares), tuple(steps), tuple(_assumptions(family, lawbook=lawbook)))


def _statutory(family: Family, *, lawbook: LawBook) -> Succession:
    rank, stems = _first_rank(family, lawbook=lawbook)
    spouse = family.spouse if family.spouse and _inherits(family.spouse, family) else None
    own = WHOLE if spouse and not stems else Fraction(0)
    if spouse and stems:
        own = lawbook.value(_RANKS[rank][0], on=family.died_on).number
    heirs = [Heir(spouse.name, "配偶者", own)] if spouse else []
    weights = sum((stem.weight for stem in stems), Fraction(0))
    for stem in stems:
        part = (WHOLE - own) * Fraction(stem.weight, weights)
        heirs += [Heir(heir.name, heir.relation, part * heir.share, heir.represents) for heir in stem.heirs]
    named = {heir.name for heir in heirs}
    return Succession(tuple(heirs), tuple(_left(family, named)))


def _first_rank(family: Family, *, lawbook: LawBook) -> tuple[str, Sequence[_Stem]]:
    """The first rank with anyone who inherits."""
    born = [child for child in family.children if child.is_descendant]
    children = _stems(born, "子", family=family, depth=_CHILD_DEPTH, lawbook=lawbook)
    if children:
        return "子", children
    able = [ascendant for ascendant in family.ascendants if _inherits(ascendant, family)]
    if able:
        nearest = min(ascendant.degree for ascendant in able)
        close = [ascendant for ascendant in able if ascendant.degree == nearest]
        return "直系尊属", [_Stem(WHOLE, (Heir(one.name, "直系尊属", WHOLE),)) for one in close]
    return "兄弟姉妹", _stems(family.siblings, "兄弟姉妹", family=family, depth=_SIBLING_DEPTH, lawbook=lawbook)


def _stems(
    relatives: Sequence[Relative], relation: str, *, family: Family, depth: int, lawbook: LawBook
) -> list[_Stem]:
    stems = []
    for relative in relatives:
        heirs = tuple(_line(relative, relation, family=family, depth=depth))
        if heirs:
            stems.append(_Stem(_weight(relative, family, lawbook=lawbook), heirs))
    return stems


def _weight(relative: Relative, family: Family, *, lawbook: LawBook) -> Fraction:
    weight = WHOLE
    if relative.is_half_blood:
        weight = lawbook.value("half_blood_weight", on=family.died_on).number
    if relative.is_nonmarital:
        weight *= lawbook.value("nonmarital_child_weight", on=family.died_on).number
    return weight


def _line(relative: Relative, relation: str, *, family: Family, depth: int) -> Iterator[Heir]:
    """Those who inherit in one line, their parts of it."""
    if _inherits(relative, family):
        yield Heir(relative.name, relation, WHOLE)
        return
    stepping_in = (family.had_died(relative) or relative.lost_right) and not relative.renounced
    if not stepping_in or depth == 0:
        return
    lines = [
        line
        for child in relative.children
        if child.is_descendant and (line := list(_line(child, relation, family=family, depth=depth - 1)))
    ]
    for line in lines:
        for heir in line:
            represents = heir.represents or relative.name
            yield Heir(heir.name, f"{relation}の代襲者", heir.share * Fraction(1, len(lines)), represents)


def _inherits(relative: Relative, family: Family) -> bool:
    return not (family.had_died(relative) or relative.renounced or relative.lost_right)


def _left(family: Family, named: set[str]) -> Iterator[Left]:
    for relative in family.everyone():
        if relative.name not in named:
            yield Left(relative.name, _reason(relative, family))


def _reason(relative: Relative, family: Family) -> str:
    reasons = (
        (relative.renounced, "相続を放棄した"),
        (relative.disqualified, "相続の欠格に当たる"),
        (relative.disinherited, "廃除された"),
        (family.had_died(relative), "相続の開始以前に死亡した"),
        (not relative.is_descendant, "被相続人の直系卑属でない"),
    )
    return next((reason for holds, reason in reasons if holds), "先の順位又は近い親等の相続人がいる")


def _steps(found: Succession, family: Family) -> Iterator[Step]:
    ranks = {heir.relation.removesuffix("の代襲者") for heir in found.heirs}
    for heir in found.heirs:
        yield Step(f"{heir.name}（{_described(heir)}）の相続分 {heir.share}", _cited(_articles(heir, ranks)))
    renounced = [relative.name for relative in family.everyone() if relative.renounced]
    for left in found.left:
        articles = "civil_code/939" if left.name in renounced else "civil_code/889/1"
        yield Step(f"{left.name}は相続人とならない: {left.reason}", _cited(articles))


def _described(heir: Heir) -> str:
    return f"{heir.represents}の代襲者" if heir.represents else heir.relation


def _articles(heir: Heir, ranks: set[str]) -> str:
    if heir.relation == "配偶者":
        beside = [_RANKS[rank][1].split()[1] for rank in sorted(ranks & set(_RANKS))]
        return " ".join(["civil_code/890", *beside])
    rank = heir.relation.removesuffix("の代襲者")
    stepping_in = {"子": "civil_code/887/2 civil_code/901/1", "兄弟姉妹": "civil_code/889/2 civil_code/901/2"}
    shared = _RANKS[rank][1] if "配偶者" in ranks else _RANKS[rank][1].split()[0]
    return f"{shared} civil_code/900/0/4" + (f" {stepping_in[rank]}" if heir.represents else "")


def _will_step(kind: ClaimKind) -> Step:
    if kind is ClaimKind.TAX:
        return Step("遺言で指定された相続分による", _cited("local_tax_act/9/2 civil_code/902/1"))
    return Step("遺言の指定があっても、債権者は法定相続分による", _cited("civil_code/902-2"))


def _designated(found: Succession, family: Family) -> Succession:
    """The shares of a will, which must name every heir and add up to one."""
    names = {heir.name for heir in found.heirs}
    if set(family.designated) != names or sum(family.designated.values()) != WHOLE:
        raise InvalidInput(
            "指定相続分は、相続人の全員について、合わせて1になるように与えてください",
            place="指定相続分",
            found="、".join(f"{name} {share}" for name, share in family.designated.items()),
            expected="、".join(heir.name for heir in found.heirs),
            remedy="一部の者だけの指定は、個別に判断してください",
        )
    heirs = tuple(Heir(heir.name, heir.relation, family.designated[heir.name], heir.represents) for heir in found.heirs)
    return Succession(heirs, found.left)


def _assumptions(family: Family, *, lawbook: LawBook) -> Iterator[str]:
    for relative in family.everyone():
        if relative.died_on == family.died_on:
            yield f"{relative.name}は同じ日に死亡したので、同時に死亡したものと推定しています（民法32条の2）"
        elif relative.died_on and not family.had_died(relative):
            yield f"{relative.name}は相続の開始の後に死亡したので、その相続人について別に計算してください"
        if relative.is_unborn:
            yield f"胎児 {relative.name}は生まれたものとみなしています。死体で生まれたときは計算し直してください（民法886条）"
        if relative.is_nonmarital and not lawbook.value("nonmarital_child_weight", on=family.died_on).verified:
            yield f"{relative.name}の相続分は、相続の開始の日の民法900条4号の扱いによっています。条文を確認できていません"


def _cited(words: str) -> tuple[Citation, ...]:
    return tuple(cite(written) for written in words.split())
