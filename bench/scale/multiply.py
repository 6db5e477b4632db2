"""Multiplies a register: every person and claim with everything that hangs on them, as often as asked, by INSERT … SELECT.

The one idea: numbers are shifted by the highest one in use, so a copy hangs together as the original does; which tables belong to a
person or a claim is read from the models, so a new table comes along by itself. Triggers and foreign keys rest meanwhile: what is copied
was judged once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.apps import apps
from django.db import connection, models

from bench.scale.progress import say
from saiken.register.models import Claim, Entry, LedgerClock, Obligor, SearchGram
from saiken.register.triggers import install, remove

Model = type[models.Model]

#: Numbers of entries that are kept without a foreign key.
_SEQUENCES = {"entry_sequence"}


@dataclass(frozen=True)
class Shifts:
    """How far the numbers of a copy lie from those of the one before, by model; other models are not copied."""

    of: Mapping[Model, int]

    def column(self, field: models.Field, unique: set[str]) -> str:
        """The value of a column in the copy number n.k."""
        name = f't."{field.column}"'
        if isinstance(field, models.ForeignKey) and field.related_model in self.of:
            return f"{name} + n.k * {self.of[field.related_model]}"
        if field.primary_key and not isinstance(field, models.ForeignKey):
            return f"{name} + n.k * {self.of[field.model]}"
        if field.column in _SEQUENCES:
            return f"{name} + n.k * {self.of[Entry]}"
        if field.model is SearchGram:
            return f"CASE WHEN {name} LIKE '#%%' THEN {name} || n.label ELSE {name} END"
        if field.model is Entry and field.name == "recorded_at":
            return "(SELECT last_recorded_at FROM register_ledgerclock)"
        if field.name in unique:
            length = field.max_length - 2
            return f"CASE WHEN {name} = '' THEN '' ELSE SUBSTR({name}, 1, {length}) || n.label END"
        return name


def multiply(copies: int) -> None:
    """Add `copies` copies of every person and claim."""
    tables = _copied()
    shifts = Shifts({model: _highest(model) for model in tables})
    remove.remove(connection)
    indexes = _without_indexes([model._meta.db_table for model in tables])
    _rest()
    for model in tables:
        say(f"  {model._meta.db_table} …")
        _copy(model, shifts, copies=copies)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE register_ledgerclock SET last_sequence = (SELECT MAX(sequence) FROM register_entry)")
        for statement in indexes:
            say(f"  {statement[:90]} …")
            cursor.execute(statement)
    _work()
    install.install(connection)
    assert LedgerClock.objects.get().last_sequence == Entry.objects.count()


def _copied() -> list[Model]:
    """Persons, claims, and every model that refers to one of the copied."""
    every = list(apps.get_app_config("register").get_models())
    found: list[Model] = [Obligor, Claim]
    while more := [model for model in every if model not in found and _refers(model, found)]:
        found += more
    return [model for model in found if model._default_manager.exists()]


def _refers(model: Model, to: Sequence[Model]) -> bool:
    return any(
        isinstance(field, models.ForeignKey) and field.related_model in to for field in model._meta.concrete_fields
    )


def _highest(model: Model) -> int:
    """The shift of a model's own numbers; one whose key is others' numbers has none."""
    key = model._meta.pk
    if isinstance(key, models.CompositePrimaryKey | models.ForeignKey):
        return 0
    return model._default_manager.aggregate(last=models.Max(key.name))["last"]


def _copy(model: Model, shifts: Shifts, *, copies: int) -> None:
    fields = [field for field in model._meta.concrete_fields if field.column is not None]
    unique = _unique_texts(model, shifts)
    columns = ", ".join(f'"{field.column}"' for field in fields)
    values = ", ".join(shifts.column(field, unique) for field in fields)
    labels = ", ".join(f"({copy}, '{copy:02d}')" for copy in range(1, copies + 1))
    order = "ORDER BY 1, 2" if model is SearchGram else ""
    statement = (
        f"WITH n(k, label) AS (VALUES {labels}) INSERT INTO {model._meta.db_table} ({columns}) "
        f"SELECT {values} FROM n CROSS JOIN {model._meta.db_table} t WHERE 1 = 1 {order}"
    ).replace("%%", "%")
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _unique_texts(model: Model, shifts: Shifts) -> set[str]:
    """Texts that must differ between copies: the first of every key that no number of the key makes differ."""
    keys = [[field.name] for field in model._meta.concrete_fields if field.unique and not field.primary_key]
    keys += [list(each.fields) for each in model._meta.constraints if isinstance(each, models.UniqueConstraint)]
    found = set()
    for key in keys:
        fields = [model._meta.get_field(name) for name in key]
        if any(isinstance(field, models.ForeignKey) and field.related_model in shifts.of for field in fields):
            continue
        found |= {field.name for field in fields if isinstance(field, models.CharField)} - {"instalment"}
    return found


def _without_indexes(tables: list[str]) -> list[str]:
    """Drop the indexes of the tables but for their keys; the statements that bring them back."""
    names = ", ".join(f"'{table}'" for table in tables)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                f"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({names})"
            )
        else:
            cursor.execute(
                f"SELECT indexname, indexdef FROM pg_indexes WHERE tablename IN ({names}) "
                "AND indexname NOT IN (SELECT conname FROM pg_constraint)"
            )
        found = cursor.fetchall()
        for name, _ in found:
            cursor.execute(f'DROP INDEX "{name}"')
    return [definition for _, definition in found]


def _rest() -> None:
    """Nothing is judged and nothing is safe until `_work`."""
    settings = {
        "sqlite": (
            "PRAGMA foreign_keys=OFF", "PRAGMA synchronous=OFF", "PRAGMA journal_mode=MEMORY", "PRAGMA cache_size=-1000000",
        ),
        "postgresql": ("SET session_replication_role = replica", "SET maintenance_work_mem = '1GB'", "SET work_mem = '512MB'"),
    }  # fmt: skip
    _execute(settings[connection.vendor])


def _work() -> None:
    """The ordinary settings again; statistics where a server would have gathered them by itself."""
    settings = {
        "sqlite": ("PRAGMA foreign_keys=ON", "PRAGMA journal_mode=WAL"),
        "postgresql": ("SET session_replication_role = origin", "VACUUM ANALYZE"),
    }
    _execute(settings[connection.vendor])
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(
            _NoStyle(), list(apps.get_app_config("register").get_models())
        ):
            cursor.execute(statement)


def _execute(statements: Sequence[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


class _NoStyle:
    """Django's styles of SQL, plain."""

    def __getattr__(self, name: str):  # as Django's own
        return str
