"""The triage as others call it: reads its file at the first message and not before."""

from functools import cached_property
from pathlib import Path

from bot.domain.triage.judgement import Judgement, Medium, judge, judge_medium
from bot.domain.triage.model import Model, ModelError

ARTEFACT = Path(__file__).parent / "model.bin"


class Triage:
    """One for the process; cheap to make."""

    def __init__(self, artefact: Path = ARTEFACT) -> None:
        self._artefact = artefact

    @cached_property
    def model(self) -> Model:
        """Raises ModelError: `python -m corpus.build` writes the file anew."""
        try:
            return Model.from_bytes(self._artefact.read_bytes())
        except OSError as error:
            raise ModelError(f"cannot read the triage's file {self._artefact.name}: {error.strerror}") from None

    def judge(self, text: str) -> Judgement:
        return judge(text, self.model)

    def judge_medium(self, medium: Medium, *, fresh_chat: bool) -> Judgement:
        return judge_medium(medium, fresh_chat=fresh_chat)
