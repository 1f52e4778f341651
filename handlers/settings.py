"""One typed configuration, from a TOML file and the environment (which wins); every fault is one plain sentence.

`VISITBOT_MAIL__PATH=…` in the environment sets `path` under `[mail]`; an empty variable counts as not set. Relative
paths count from the configuration file's folder, or from the current folder where there is no file.
"""

from __future__ import annotations

import difflib
import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Self, get_args

from pydantic import BaseModel, Discriminator, Field, Tag, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, EnvSettingsSource, PydanticBaseSettingsSource, SettingsConfigDict
from pydantic_settings import SettingsError as UndecodableError

from bot.errors import PlainError
from bot.model import Team
from bot.wording.dates import list_text
from handlers.kinds import kind_from, kinds, section_in
from handlers.sections import (
    SQLITE,
    ChatSettings,
    DatabaseSettings,
    DigestSettings,
    HoursSettings,
    LogSettings,
    MaildirSettings,
    OwnDiarySettings,
    PolicySettings,
)
from handlers.sections_exchange import ExchangeDiarySettings, ExchangeMailSettings
from handlers.sections_graph import FeedDiarySettings, GraphDiarySettings, GraphMailSettings
from handlers.sections_imap import ImapMailSettings
from handlers.sections_slack import SlackChatSettings

DEFAULT_FILE = Path("visitbot.toml")
ENV_PREFIX = "VISITBOT_"
ENV_DELIMITER = "__"

Table = dict[str, object]


class SettingsError(PlainError):
    """The configuration cannot be used; the message is one sentence: which file, which setting, what to do."""


AnyMail = Annotated[
    Annotated[MaildirSettings, Tag("maildir")]
    | Annotated[ImapMailSettings, Tag("imap")]
    | Annotated[ExchangeMailSettings, Tag("exchange")]
    | Annotated[GraphMailSettings, Tag("graph")],
    Discriminator(kind_from("transport", "maildir")),
]
AnyChat = Annotated[
    Annotated[ChatSettings, Tag("none")]
    | Annotated[ChatSettings, Tag("console")]
    | Annotated[SlackChatSettings, Tag("slack")],
    Discriminator(kind_from("kind", "console")),
]
AnyDiary = Annotated[
    Annotated[OwnDiarySettings, Tag("own")]
    | Annotated[ExchangeDiarySettings, Tag("exchange")]
    | Annotated[GraphDiarySettings, Tag("graph")]
    | Annotated[FeedDiarySettings, Tag("feed")],
    Discriminator(kind_from("kind", "own")),
]
_SAYS_WHICH = {"mail": "transport", "chat": "kind", "diary": "kind"}


class Settings(BaseSettings):
    """Everything that can be set. Get one from `load_settings`; paths are absolute then."""

    model_config = SettingsConfigDict(
        env_prefix=ENV_PREFIX, env_nested_delimiter=ENV_DELIMITER, extra="forbid", frozen=True
    )

    mail: AnyMail = Field(description='a table [mail] with at least address = "…"')
    database: DatabaseSettings = Field(default=DatabaseSettings(), description="a table [database]")
    chat: AnyChat = Field(default=ChatSettings(), description="a table [chat]")
    diary: AnyDiary = Field(default=OwnDiarySettings(), description="a table [diary]")
    policy: PolicySettings = Field(default=PolicySettings(), description="a table [policy]")
    hours: HoursSettings = Field(default=HoursSettings(), description="a table [hours]")
    digest: DigestSettings = Field(default=DigestSettings(), description="a table [digest]")
    log: LogSettings = Field(default=LogSettings(), description="a table [log]")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Only what is handed over: `load_settings` reads the file and the environment, so nothing is hidden."""
        del settings_cls, env_settings, dotenv_settings, file_secret_settings
        return (init_settings,)

    def team(self, phase: str = "") -> Team:
        """Who we are, with the hours of a school of that phase."""
        return Team(self.mail.address, self.mail.name, self.hours.to_hours(phase))

    def resolved(self, folder: Path) -> Self:
        """The same with every relative path made absolute from `folder`."""
        database = self.database.model_copy(update={"url": f"{SQLITE}{folder / self.database.path}"})
        own = {name: getattr(self, name).resolved(folder) for name in _SAYS_WHICH}
        return self.model_copy(update={**own, "database": database})


def load_settings(path: Path | None, environ: Mapping[str, str]) -> Settings:
    """The configuration from `path` and `environ`; raises SettingsError.

    Without a path, `visitbot.toml` in the current folder is read if it is there; if not, the environment must do.
    """
    variables = _variables(environ)
    file = path or (DEFAULT_FILE if DEFAULT_FILE.exists() or not variables else None)
    written = _read(file) if file is not None else {}
    source = EnvSettingsSource(Settings)
    source.env_vars = {name.lower(): value for name, value in variables.items()}
    try:
        settings = Settings(**_merged(written, source()))  # type: ignore[arg-type]
    except ValidationError as error:
        faults = error.errors()
        # A misspelt name is why another is missing.
        first = next((fault for fault in faults if fault["type"] == "extra_forbidden"), faults[0])
        raise SettingsError(_sentence(first, file, variables)) from None
    except UndecodableError as error:
        raise SettingsError(f"An environment variable {ENV_PREFIX}… is not what it should be: {error}.") from None
    return settings.resolved((file.parent if file is not None else Path()).absolute())


def _variables(environ: Mapping[str, str]) -> dict[str, str]:
    """Our variables, names in upper case; one with a section that does not exist is refused."""
    ours = {name.upper(): value for name, value in environ.items() if value}
    ours = {name: value for name, value in ours.items() if name.startswith(ENV_PREFIX) and ENV_DELIMITER in name}
    for name in ours:
        section = name.removeprefix(ENV_PREFIX).partition(ENV_DELIMITER)[0]
        if section.lower() not in Settings.model_fields:
            raise SettingsError(_unknown(f"The environment variable {name}", section.lower(), Settings))
    return ours


def _read(file: Path) -> Table:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SettingsError(
            f"There is no {file}; write one with `visitbot init`, or name yours with --config."
        ) from None
    except OSError as error:
        raise SettingsError(f"{file} cannot be read ({error.strerror}); check its permissions.") from None
    except UnicodeDecodeError:
        raise SettingsError(f"{file} is not UTF-8 text; save it as UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{file} is not valid TOML, please mend it: {error}.") from None


def _merged(below: Table, above: Mapping[str, object]) -> Table:
    """`above` laid over `below`, table by table; capitals in names do not matter where the two meet."""
    result = dict(below)
    for key, value in above.items():
        place = next((name for name in result if name.casefold() == key.casefold()), key)
        old = result.get(place)
        result[place] = _merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return result


def _sentence(error: ErrorDetails, file: Path | None, variables: Mapping[str, str]) -> str:
    parts, section, field = _look_up([part for part in error["loc"] if isinstance(part, str)])
    variable = ENV_PREFIX + ENV_DELIMITER.join(parts).upper()
    dotted = f"{file or 'The environment'}: {'.'.join(parts)}"
    key = f"The environment variable {variable}" if variable in variables else dotted
    if error["type"] == "union_tag_invalid":
        return _no_such_kind(key, parts[0], error, variables)
    if field is None:
        return _unknown(key, parts[-1], section)
    if error["type"] == "missing":
        return f"{key} is missing; it must be {field.description}."
    value = f"is {_shown(error['input'])}" if field.repr else "cannot be used"
    return f"{key} {value}; it must be {field.description}."


def _no_such_kind(key: str, section: str, error: ErrorDetails, variables: Mapping[str, str]) -> str:
    """A section of a kind that there is not: which are, in the words of a setting."""
    setting = _SAYS_WHICH[section]
    variable = f"{ENV_PREFIX}{section}{ENV_DELIMITER}{setting}".upper()
    name = f"The environment variable {variable}" if variable in variables else f"{key}.{setting}"
    known = list_text([f'"{tag}"' for tag in kinds(Settings.model_fields[section].annotation)], "or")
    said = error["input"].get(setting) if isinstance(error["input"], dict) else error["input"]
    return f"{name} is {_shown(said)}; it must be {known}."


def _look_up(loc: list[str]) -> tuple[list[str], type[BaseModel], FieldInfo | None]:
    """Where a fault lies, as the person wrote it; the section there, and the setting of that name, if there is one."""
    kind: object = Settings
    section: type[BaseModel] = Settings
    field: FieldInfo | None = None
    parts: list[str] = []
    for part in loc:
        of_kind = kinds(kind)
        if part in of_kind:  # not written by the person: which kind of section was looked at
            kind = of_kind[part]
            continue
        parts.append(part)
        inner = section_in(kind)
        if inner is not None:
            section, field = inner, inner.model_fields.get(part)
            kind = field.annotation if field is not None else None
        else:  # a table whose keys are free: every name leads to the same kind of value
            kind = get_args(kind)[-1] if get_args(kind) else None
    return parts, section, field


def _unknown(key: str, name: str, section: type[BaseModel]) -> str:
    near = difflib.get_close_matches(name, section.model_fields, n=1)
    advice = f'did you mean "{near[0]}"?' if near else f"known here: {', '.join(section.model_fields)}."
    return f"{key} is not a setting of Visit Bot; {advice}"


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else f"{text[:57]}..."
