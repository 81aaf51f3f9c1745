"""The dialogs: forms that ask for what an action needs, and answer with actions.

Each is a `ModalScreen` made of ``Dialog(dossiers, today, actor)``: several dossiers when rows are
marked, the first of them the example. A dialog answers with the actions to apply, in order, or
with None when it was cancelled or nothing was changed. It never touches the store: whoever opened
it applies ``[Edit(number, action, seen=version) for action in actions]`` for each dossier as one
transaction, so that "evidence, then in progress" is one undo. A later action of the tuple sees
what an earlier one did.

Accept, owner and status dialogs take the names on record as ``parties=`` to complete from;
`ReviewDialog` takes the ``outcome=`` it opens with, and `LikenessDialog` the ``earlier=`` promise.
`ConfirmDialog` asks yes or no and answers with a bool.
"""

from commitrack.tui.dialogs.accept import AcceptDialog
from commitrack.tui.dialogs.base import Dialog
from commitrack.tui.dialogs.check import CheckDialog
from commitrack.tui.dialogs.confirm import ConfirmDialog
from commitrack.tui.dialogs.dates import DatesDialog
from commitrack.tui.dialogs.edit import EditDialog
from commitrack.tui.dialogs.evidence import EvidenceDialog
from commitrack.tui.dialogs.likeness import LikenessDialog, Verdict
from commitrack.tui.dialogs.link import LinkDialog
from commitrack.tui.dialogs.note import NoteDialog
from commitrack.tui.dialogs.owner import OwnerDialog
from commitrack.tui.dialogs.propose import ProposeDialog, Typed
from commitrack.tui.dialogs.reject import RejectDialog
from commitrack.tui.dialogs.reopen import ReopenDialog
from commitrack.tui.dialogs.retract import RetractDialog
from commitrack.tui.dialogs.review import Outcome, ReviewDialog
from commitrack.tui.dialogs.sent import SentDialog
from commitrack.tui.dialogs.status import StatusDialog
from commitrack.tui.dialogs.wording import WordingDialog

__all__ = [
    "AcceptDialog",
    "CheckDialog",
    "ConfirmDialog",
    "DatesDialog",
    "Dialog",
    "EditDialog",
    "EvidenceDialog",
    "LikenessDialog",
    "LinkDialog",
    "NoteDialog",
    "Outcome",
    "OwnerDialog",
    "ProposeDialog",
    "RejectDialog",
    "ReopenDialog",
    "RetractDialog",
    "ReviewDialog",
    "SentDialog",
    "StatusDialog",
    "Typed",
    "Verdict",
    "WordingDialog",
]
