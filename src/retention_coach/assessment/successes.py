"""What a company can build its reputation on: successes, people who recommend it, what it knows and does not use.

Only open answers are read, and every quotation is an exact piece of one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from retention_coach.assessment.named import Named, Names
from retention_coach.assessment.permissions import Permission, permission_in, permission_start
from retention_coach.assessment.quoting import confidential_runs, quotable
from retention_coach.assessment.spoken import STORY, Sentence, says_nothing, spoken, spoken_about
from retention_coach.domain.profile import Contact
from retention_coach.knowledge.base import Knowledge
from retention_coach.ports import StepInputs
from retention_coach.spanish.words import fold
from retention_coach.understanding.understand import understand

PRAISE, REFERRALS, ASSET, FAILURES = "Q18", "Q19", "Q20", "Q24"
"""The questions of the bank that ask for each; that for the best case is `STORY`."""

_RESULT = re.compile(
    r"""\b(?: recuper(?:o|amos|aron) | baj(?:o|amos|aron) | subi(?:o|mos|eron) | paso\ de | pasaron\ de | pasamos\ de
        | (?:du|tri)plic(?:o|amos|aron) | dobl(?:o|amos|aron) | aument(?:o|amos|aron) | redu(?:jo|jimos|jeron)
        | ahorr(?:o|amos|aron) | gan(?:o|aron) | logr(?:o|amos|aron) | creci(?:o|eron) | mejor(?:o|amos|aron)
        | evit(?:o|amos|aron) | elimin(?:o|amos|aron) | salv(?:o|amos|aron) | resolvi(?:o|mos|eron)
        | solucion(?:o|amos|aron) | consigui(?:o|eron) | certific(?:o|aron) | exporta(?:n|ron)? | cumpli(?:o|mos)
        | dej(?:o|aron)\ de | a\ cero )\b""",
    re.VERBOSE,
)
_CLAUSE = re.compile(r",\s+|\s+y\s+|:\s+")
_GOOD = re.compile(r"\b(?:estamos|va|van|vamos|todo|muy|esta|estan)\s+(?:muy\s+)?(?:bien|contentos?|felices)\b|\bbien$")
_RECOMMENDED = re.compile(r"\b(?:recomend\w*|referid\w*|por otr[oa]s? clientes?|boca a boca|nos refiri\w*)\b")
_NOBODY_THANKED = re.compile(
    r"ni (?:las )?gracias|no (?:les|se les|le) (?:damos|agradec)\w*|nunca (?:hemos|les) \w+|nadie .*agradec"
)
_DOUBT = re.compile(r"no (?:les |le )?(?:hemos )?pregunt\w*|\bcreo que\b|\bcostumbre\b|\bno sabemos\b|\bno se$")
_WARY_TOPICS = frozenset({"situation", "risks"})
_WARY_QUESTIONS = frozenset({"Q10"})
_NO_GRIEVANCE = frozenset({"renewals_due", "concentration", "key_contact_change", "seasonal_demand"})


@dataclass(frozen=True, slots=True)
class Story:
    """Something a customer achieved with the company.

    Attributes:
        question: the answer that tells it.
        account: id of the account; None where the customer is none of the named ones.
        contact: who vouches for it; None where nobody is named.
        result: the company's exact words for the result.
        permission: what the customer agreed to.
    """

    question: str
    account: str | None
    contact: Contact | None
    result: str
    permission: Permission


@dataclass(frozen=True, slots=True)
class Praise:
    """Why customers stay, in their own words as the company tells them; `account` is who says it, if named."""

    question: str
    account: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Referrer:
    """A customer who recommended; `brought` is how many came, None where it was not said."""

    account: str | None
    contact: Contact | None
    brought: int | None


@dataclass(frozen=True, slots=True)
class Referrals:
    """New customers who came recommended: how many, of how many, by whom, and whether anybody was thanked."""

    question: str
    words: str
    recommended: int | None
    new: int | None
    by: tuple[Referrer, ...]
    neglected: str


@dataclass(frozen=True, slots=True)
class Asset:
    """What the company knows and does not use: what it is, and what it could do with it, exactly as said."""

    question: str
    words: str
    could: str


@dataclass(frozen=True, slots=True)
class Relation:
    """An account of low risk that nobody complains about; `words` say that all is well, empty where nobody said so."""

    account: str
    question: str
    words: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """Something tried before that did not work, exactly as said."""

    question: str
    words: str


@dataclass(frozen=True, slots=True)
class Successes:
    """Everything that can be built on; `wary` are the accounts of whom no favour should be asked now."""

    stories: tuple[Story, ...]
    held_back: tuple[Story, ...]
    praise: tuple[Praise, ...]
    referrals: Referrals | None
    asset: Asset | None
    relations: tuple[Relation, ...]
    failures: tuple[Attempt, ...]
    wary: frozenset[str]


def successes(inputs: StepInputs, knowledge: Knowledge) -> Successes:
    """What the open answers and the accounts show; stories of wary accounts are held back."""
    read = _Reading(inputs, knowledge)
    wary = frozenset(read.wary())
    stories = tuple(read.stories())
    return Successes(
        stories=tuple(story for story in stories if story.account not in wary),
        held_back=tuple(story for story in stories if story.account in wary),
        praise=tuple(item for item in read.praise() if item.account not in wary),
        referrals=read.referrals(wary),
        asset=read.asset(),
        relations=tuple(read.relations(wary)),
        failures=tuple(read.failures()),
        wary=wary,
    )


class _Reading:
    """One company's answers, read for each kind of experience."""

    def __init__(self, inputs: StepInputs, knowledge: Knowledge) -> None:
        self._inputs = inputs
        self._knowledge = knowledge
        self._private = confidential_runs(inputs)
        self._names = Names.of(inputs.profile)

    def stories(self) -> Iterator[Story]:
        """The best case, if there is one: whose it is, what was achieved, and what was permitted."""
        told = list(spoken(self._inputs, STORY))
        if not told or says_nothing(told[0].text):
            return
        permission = permission_in(told)
        found = next((each for each in told if (result := self._result(each, permission))), None)
        if found is None or permission.is_refused:
            return
        result = self._result(found, permission)
        named = [name for sentence in told for name in self._named(sentence.text)]
        contact = next((name.contact for name in named if name.contact), None)
        account = next((name.account for name in named if name.account), None)
        contact = contact or self._contact_of(account)
        quoted = replace(permission, words=self._quote(permission.words), excluded=self._quote(permission.excluded))
        yield Story(found.question, account, contact, result, quoted)

    def praise(self) -> Iterator[Praise]:
        """What the oldest customers say, without guesses."""
        told = list(spoken(self._inputs, PRAISE))
        if not told or says_nothing(told[0].text):
            return
        account = next((name.account for each in told for name in self._named(each.text) if name.account), None)
        for sentence in told:
            if _DOUBT.search(fold(sentence.text)) or _is_attribution(sentence.text):
                continue
            for reason in re.split(r"\s+y\s+porque\s+", sentence.text, flags=re.IGNORECASE):
                words = self._quote(_without_opening(reason))
                if words:
                    yield Praise(sentence.question, account, words)

    def referrals(self, wary: frozenset[str]) -> Referrals | None:
        """Who came recommended."""
        told = list(spoken(self._inputs, REFERRALS))
        found = next((each for each in told if _RECOMMENDED.search(fold(each.text))), None)
        if found is None:
            return None
        figures = understand(found.text, self._knowledge).quantities
        share = next((item for item in figures if item.whole), None)
        if share is not None and share.value == 0:
            return None
        if share is None and re.search(r"\b(?:nadie|ningun\w*|casi nunca)\b", fold(found.text)):
            return None
        by = [self._referrer(found, name) for name in self._named(found.text) if name.account not in wary]
        neglected = next((each.text for each in told if _NOBODY_THANKED.search(fold(each.text))), "")
        return Referrals(
            found.question,
            self._quote(found.text),
            int(share.value) if share else None,
            int(share.whole or 0) if share else None,
            tuple(dict.fromkeys(by)),
            self._quote(neglected),
        )

    def asset(self) -> Asset | None:
        """What the company knows of its customers' business and does not tell them."""
        told = list(spoken(self._inputs, ASSET))
        if not told or says_nothing(told[0].text):
            return None
        could = next((each.text for each in told if re.search(r"\bpodr[ií]\w+", each.text, re.IGNORECASE)), "")
        words = self._quote(told[0].text)
        return Asset(told[0].question, words, "" if could == told[0].text else self._quote(could)) if words else None

    def relations(self, wary: frozenset[str]) -> Iterator[Relation]:
        """Accounts of low risk, those first of whom the company says that all is well."""
        said: dict[str, Sentence] = {}
        for sentence in spoken_about(self._inputs, {"situation", "opportunities"}):
            if _GOOD.search(fold(sentence.text)):
                for name in self._named(sentence.text):
                    if name.account:
                        said.setdefault(name.account, sentence)
        low = [item.id for item in self._inputs.profile.accounts if item.risk == "low" and item.id not in wary]
        for account in sorted(low, key=lambda each: each not in said):
            sentence = said.get(account, Sentence("", ""))
            yield Relation(account, sentence.question, self._quote(sentence.text))

    def failures(self) -> Iterator[Attempt]:
        """What was tried before."""
        for sentence in spoken(self._inputs, FAILURES):
            words = self._quote(sentence.text)
            if words and not says_nothing(sentence.text):
                yield Attempt(sentence.question, words)

    def wary(self) -> Iterator[str]:
        """Accounts at risk, and those that the company names beside a grievance."""
        yield from (account.id for account in self._inputs.profile.accounts if account.risk == "high")
        for sentence in spoken_about(self._inputs, _WARY_TOPICS):
            accounts = [name.account for name in self._named(sentence.text) if name.account]
            if accounts and (sentence.question in _WARY_QUESTIONS or self._is_grievance(sentence.text)):
                yield from accounts

    def _is_grievance(self, text: str) -> bool:
        signals = {item.code for item in understand(text, self._knowledge).signals} - _NO_GRIEVANCE
        return any(self._knowledge.signal(code).kind == "risk" for code in signals)

    def _result(self, sentence: Sentence, permission: Permission) -> str:
        """The part of a sentence that tells a result, without what must stay out; empty if it tells none."""
        start = permission_start(sentence.text)
        told = sentence.text if start is None else sentence.text[:start]
        if self._is_grievance(told) and not _RESULT.search(fold(told)):
            return ""
        clauses = list(_clauses(told))
        reserved = [permission.keeps_out(told[begin:end]) for begin, end in clauses]
        for first, (begin, end) in enumerate(clauses):
            if _RESULT.search(fold(told[begin:end])) and not reserved[first]:
                last = next((at for at in range(first, len(clauses)) if reserved[at]), len(clauses)) - 1
                return self._quote(told[begin : clauses[last][1]])
        return ""

    def _referrer(self, sentence: Sentence, name: Named) -> Referrer:
        """Who recommended, with the number said just before («dos por la ingeniera Andrango»)."""
        before = [
            item
            for item in understand(sentence.text, self._knowledge).quantities
            if item.end <= name.start and not item.whole and name.start - item.end <= _NEAR
        ]
        return Referrer(name.account, name.contact, int(before[-1].value) if before else None)

    def _named(self, text: str) -> tuple[Named, ...]:
        return tuple(self._names.named_in(text))

    def _contact_of(self, account: str | None) -> Contact | None:
        if account is None:
            return None
        return next((item for item in self._inputs.profile.contacts if item.account_id == account), None)

    def _quote(self, text: str) -> str:
        return quotable(text, self._private)


_NEAR = 30
"""Letters between a number and the name that it belongs to."""


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """The spans between commas, colons and «y»."""
    start = 0
    for pause in _CLAUSE.finditer(text):
        yield start, pause.start()
        start = pause.end()
    yield start, len(text)


def _without_opening(text: str) -> str:
    """The reason itself, without «Dicen que porque…»."""
    return re.sub(r"^(?:y\s+)?(?:dicen|nos dicen)?\s*(?:que\s+)?(?:porque\s+)?", "", text, flags=re.IGNORECASE)


def _is_attribution(text: str) -> bool:
    """«Eso nos lo dice siempre…»: who says it, not what."""
    return re.match(r"(?:eso|esto|asi|as[ií])\b.*\bdic", text, re.IGNORECASE) is not None
