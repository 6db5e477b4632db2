"""The shipped index of what proves an article."""

import json
from pathlib import Path

from saiken.law.citation import cite
from saiken.law.proofs import Proof, load_proofs


def test_propositions_are_found_by_article_in_their_order(tmp_path: Path) -> None:
    entries = [
        {"subject": "late_charge", "subject_title": "延滞金", "number": number, "title": title}
        for number, title in ((2, "端数を切り捨てる"), (7, "少額は課さない"))
    ]
    file = tmp_path / "proofs.json"
    file.write_text(json.dumps({"local_tax_act/20-4-2/5": entries}), encoding="utf-8")
    assert load_proofs(file) == {
        cite("local_tax_act/20-4-2/5"): (Proof("延滞金", 2, "端数を切り捨てる"), Proof("延滞金", 7, "少額は課さない"))
    }
