"""市税の時効を動かす事由：告知、督促、交付要求、猶予。"""

from tests.spec.harness import Proposition, holds
from tests.spec.prescription import event, tax

PROPOSITIONS = (
    Proposition(
        title="督促状を発した日から起算して10日を経過した日の翌日から、時効は新たに進む",
        cites=("local_tax_act/18-2/1/2",),
        rule="prescription",
        given=tax(event("formal_demand", "2021-07-20")),
        expected={"commences_on": "2021-07-31", "completes_on": "2026-07-31", "effects": ["renewed"]},
        worked=(
            "発した日 2021-07-20 を1日目とする10日目は 2021-07-29、10日を経過した日は 2021-07-30",
            "翌日 2021-07-31 から5年、末日 2026-07-30",
        ),
    ),
    Proposition(
        title="10月1日に発した督促では、10月12日から新たに進む",
        cites=("local_tax_act/18-2/1/2",),
        rule="prescription",
        given=tax(event("formal_demand", "2021-10-01")),
        expected={"commences_on": "2021-10-12", "completes_on": "2026-10-12"},
        worked=("10月1日から起算して10日を経過した日は 10月11日", "新たに進むのは 10月12日から"),
        source="公開の質疑（土地区画整理の督促、10月1日発送で10月12日から）",
    ),
    Proposition(
        title="督促の10日は、届いた日でなく発した日から数える",
        cites=("local_tax_act/18-2/1/2",),
        rule="prescription",
        given=tax(event("formal_demand", "2021-07-20", delivered_on="2021-07-23")),
        expected={"commences_on": "2021-07-31", "assumptions": []},
        worked=("届いた日 2021-07-23 は用いない", "2021-07-20 から起算して10日を経過した日は 2021-07-30"),
    ),
    Proposition(
        title="督促の10日の終わりが月をまたいでも、暦の日で数える",
        cites=("local_tax_act/18-2/1/2",),
        rule="prescription",
        given=tax(event("formal_demand", "2024-02-20")),
        expected={"commences_on": "2024-03-02", "completes_on": "2029-03-02"},
        worked=("2024-02-20 から起算して10日を経過した日は 2024-03-01（2024年2月は29日まで）", "翌日 2024-03-02 から"),
    ),
    Proposition(
        title="時効が完成する直前の督促は、10日の間の完成を妨げて更新する",
        cites=("local_tax_act/18-2/1/2",),
        rule="prescription",
        given=tax(event("formal_demand", "2026-06-30"), on="2026-07-05"),
        expected={"commences_on": "2026-07-11", "completes_on": "2031-07-11", "complete": False},
        worked=("2026-06-30 はまだ完成の前", "10日を経過した日 2026-07-10 まで完成せず、2026-07-11 から新たに進む"),
    ),
    Proposition(
        title="二度目の督促は時効を更新せず、催告として届いてから6月だけ完成を猶予する",
        cites=("local_tax_act/18-2/1/2", "civil_code/150/1"),
        rule="prescription",
        given=tax(
            event("formal_demand", "2021-07-20"),
            event("formal_demand", "2026-06-01", delivered_on="2026-06-03"),
            on="2026-08-01",
        ),
        expected={
            "commences_on": "2021-07-31",
            "completes_on": "2026-12-04",
            "barred_by": "formal_demand",
            "effects": ["renewed", "postponed"],
        },
        worked=(
            "最初の督促により期間の末日は 2026-07-30",
            "2026-06-03 に届いた二度目は催告。6月の末日は 2026-12-03",
            "満ちる最初の日は 2026-12-04",
        ),
    ),
    Proposition(
        title="返戻され公示送達もない督促は、督促の効力を持たず、次の督促が最初の督促となる",
        cites=("local_tax_act/18-2/1/2", "civil_code/97/1"),
        rule="prescription",
        given=tax(
            event("formal_demand", "2021-07-20", delivery="returned", document_number="1"),
            event("formal_demand", "2021-09-01", document_number="2"),
        ),
        expected={"commences_on": "2021-09-12", "effects": ["no_effect", "renewed"]},
        worked=(
            "2021-07-20 の督促は届いていない",
            "2021-09-01 から起算して10日を経過した日は 2021-09-11、翌日 2021-09-12 から",
        ),
    ),
    Proposition(
        title="返戻された督促を公示送達したときは、公示を始めた日から数える",
        cites=("local_tax_act/18-2/1/2", "local_tax_act/20-2/3"),
        rule="prescription",
        given=tax(
            event("formal_demand", "2021-07-20", document_number="1"),
            event("returned_mail", "2021-07-27", document_number="1"),
            event("service_by_publication", "2021-08-10", document_number="1"),
        ),
        expected={"commences_on": "2021-08-21", "completes_on": "2026-08-21"},
        worked=("返戻された督促を 2021-08-10 に公示", "2021-08-10 から起算して10日を経過した日は 2021-08-20、翌日から"),
    ),
    Proposition(
        title="納期限の日までにされた督促は、督促に当たらない",
        cites=("local_tax_act/329/1", "local_tax_act/18-2/1/2"),
        rule="prescription",
        given=tax(event("formal_demand", "2021-06-30"), event("formal_demand", "2021-07-20")),
        expected={"commences_on": "2021-07-31", "effects": ["no_effect", "renewed"]},
        worked=("2021-06-30 は納期限の日で、まだ滞納がない", "最初の督促は 2021-07-20"),
    ),
    Proposition(
        title="同じ日の督促が二度記録されているときは、答えずに断る",
        cites=("local_tax_act/18-2/1/2",),
        rule="prescription",
        given=tax(event("formal_demand", "2021-07-20"), event("formal_demand", "2021-07-20")),
        refused="二度記録",
        worked=("どちらが最初の督促か定まらず、二度目は催告になってしまう",),
    ),
    Proposition(
        title="納税通知書による告知は、指定した納期限まで完成を妨げ、その翌日から進ませる",
        cites=("local_tax_act/18-2/1/1", "local_tax_act/11-4/1"),
        rule="prescription",
        given=tax(event("payment_notice", "2021-06-10", delivered_on="2021-06-12", designated_on="2021-06-30")),
        expected={"commences_on": "2021-07-01", "completes_on": "2026-07-01"},
        worked=("告知が指定した期限は 2021-06-30", "翌日 2021-07-01 から5年。期別の納期限ごとに数えるのと同じになる"),
    ),
    Proposition(
        title="後から出した最初の告知は、その指定した期限の翌日から進ませる",
        cites=("local_tax_act/18-2/1/1",),
        rule="prescription",
        given=tax(event("payment_notice", "2021-08-01", delivered_on="2021-08-03", designated_on="2021-08-31")),
        expected={"commences_on": "2021-09-01", "completes_on": "2026-09-01"},
        worked=("指定した期限 2021-08-31 の翌日 2021-09-01 から5年",),
    ),
    Proposition(
        title="二度目の告知は、催告としてだけ扱う",
        cites=("local_tax_act/18-2/1/1", "civil_code/150/1"),
        rule="prescription",
        given=tax(
            event("payment_notice", "2021-06-10", delivered_on="2021-06-12"),
            event("payment_notice", "2026-06-20", delivered_on="2026-06-22"),
            on="2026-08-01",
        ),
        expected={"commences_on": "2021-07-01", "completes_on": "2026-12-23", "effects": ["renewed", "postponed"]},
        worked=(
            "最初の告知で起算日は 2021-07-01、末日は 2026-06-30",
            "2026-06-22 に届いた告知から6月の末日は 2026-12-22",
        ),
    ),
    Proposition(
        title="交付要求の間は、滞納者に通知した時から時効が完成しない",
        cites=("local_tax_act/18-2/1/3",),
        rule="prescription",
        given=tax(event("distribution_request", "2025-01-10", delivered_on="2025-01-15"), on="2026-11-21"),
        expected={"completes_on": None, "complete": False, "barred_by": "distribution_request"},
        worked=("交付要求は続いており、終わる日は定まらない",),
    ),
    Proposition(
        title="交付要求が終わったときは、その翌日から新たに進む",
        cites=("local_tax_act/18-2/1/3",),
        rule="prescription",
        given=tax(
            event("distribution_request", "2025-01-10", until="2026-09-30", outcome="completed"), on="2026-11-21"
        ),
        expected={"commences_on": "2026-10-01", "completes_on": "2031-10-01"},
        worked=("2026-09-30 に終わり、2026-10-01 から5年",),
    ),
    Proposition(
        title="強制換価手続が取り消されても、市税の交付要求による更新は失われない",
        cites=("local_tax_act/18-2/2",),
        rule="prescription",
        given=tax(
            event("distribution_request", "2025-01-10", until="2026-09-30", outcome="cancelled_as_illegal"),
            on="2026-11-21",
        ),
        expected={"commences_on": "2026-10-01", "effects": ["renewed"]},
        worked=("取消しにかかわらず、終わった日の翌日 2026-10-01 から新たに進む",),
    ),
    Proposition(
        title="滞納者への通知が時効の完成の後になった交付要求には、効力がない",
        cites=("local_tax_act/18-2/1/3",),
        rule="prescription",
        given=tax(event("distribution_request", "2026-06-20", delivered_on="2026-07-05"), on="2026-11-21"),
        expected={"completes_on": "2026-07-01", "complete": True, "effects": ["no_effect"]},
        worked=("通知のない間は除かれる", "通知の日 2026-07-05 には既に完成している"),
    ),
    Proposition(
        title="参加差押えも、市税では交付要求と同じに扱う",
        cites=("local_tax_act/18-2/1/3",),
        rule="prescription",
        given=tax(
            event("participating_seizure", "2024-02-01", until="2024-12-20", outcome="released"), on="2026-11-21"
        ),
        expected={"commences_on": "2024-12-21", "completes_on": "2029-12-21"},
        worked=("2024-12-20 に解除され、翌日から5年",),
    ),
    Proposition(
        title="猶予の申請は承認に当たり、翌日が猶予の前なら、そこから進んで猶予の日数だけ延びる",
        cites=("local_tax_act/18-2/4", "civil_code/152/1"),
        rule="prescription",
        given=tax(event("collection_grace", "2022-01-01", until="2022-12-31", applied_on="2021-12-20")),
        expected={"commences_on": "2021-12-21", "completes_on": "2027-12-21", "effects": ["renewed", "stopped"]},
        worked=(
            "申請の翌日 2021-12-21 から5年、末日 2026-12-20",
            "猶予の365日を加えて 2027-12-20",
            "満ちる最初の日は 2027-12-21",
        ),
    ),
    Proposition(
        title="申請の翌日が猶予の期間の中にあるときは、猶予の終わりの翌日から進む",
        cites=("local_tax_act/18-2/4", "civil_code/152/1"),
        rule="prescription",
        given=tax(event("conversion_grace", "2022-01-11", until="2023-01-10", applied_on="2022-01-10")),
        expected={"commences_on": "2023-01-11", "completes_on": "2028-01-11"},
        worked=("申請の翌日 2022-01-11 は猶予の初日", "猶予の終わり 2023-01-10 の翌日 2023-01-11 から5年"),
    ),
    Proposition(
        title="猶予の前から決まっている起算日には、猶予の日数を加える",
        cites=("local_tax_act/18-2/4",),
        rule="prescription",
        given=tax(event("conversion_grace", "2024-02-01", until="2024-02-29")),
        expected={"commences_on": "2021-07-01", "completes_on": "2026-07-30", "effects": ["stopped"]},
        worked=(
            "職権による猶予で申請はない",
            "2024-02-01 から 2024-02-29 まで29日",
            "末日 2026-06-30 に29日を加えて 2026-07-29",
        ),
    ),
    Proposition(
        title="申請の日が与えられていない猶予では、申請による承認を数えない",
        cites=("local_tax_act/18-2/4",),
        rule="prescription",
        given=tax(event("collection_grace", "2022-01-01", until="2022-06-30")),
        expected={
            "completes_on": "2026-12-29",
            "assumptions": ["申請の日が与えられていない猶予は、申請による承認を数えない"],
        },
        worked=(
            "2022-01-01 から 2022-06-30 まで 31+28+31+30+31+30 = 181日",
            "末日 2026-06-30 に181日を加えて 2026-12-28",
        ),
    ),
    Proposition(
        title="終わりの定まらない猶予の間は、完成する日も定まらない",
        cites=("local_tax_act/18-2/4",),
        rule="prescription",
        given=tax(event("conversion_grace", "2026-02-01"), on="2026-11-21"),
        expected={"completes_on": None, "barred_by": "conversion_grace", "complete": False},
        worked=("猶予の終わりがなく、時効は進まない",),
    ),
    Proposition(
        title="続けて二つの猶予があるときは、両方の日数を加える",
        cites=("local_tax_act/18-2/4", "local_tax_act/15/4"),
        rule="prescription",
        given=tax(
            event("collection_grace", "2022-01-01", until="2022-12-31"),
            event("collection_grace", "2023-01-01", until="2023-06-30"),
        ),
        expected={"commences_on": "2021-07-01", "completes_on": "2027-12-29"},
        worked=("365日と181日で546日", "末日 2026-06-30 から546日後は 2027-12-28（2027-06-30 まで365日、さらに181日）"),
    ),
    Proposition(
        title="猶予の間の一部納付は、猶予の終わりの翌日から進ませる",
        cites=("local_tax_act/18-2/4", "civil_code/152/1"),
        rule="prescription",
        given=tax(event("collection_grace", "2022-01-01", until="2022-12-31"), event("partial_payment", "2022-08-31")),
        expected={"commences_on": "2023-01-01", "completes_on": "2028-01-01"},
        worked=("納付の翌日 2022-09-01 は猶予の中", "猶予の終わりの翌日 2023-01-01 から5年"),
    ),
    Proposition(
        title="違法として取り消された猶予は、時効を止めない",
        cites=("local_tax_act/18-2/4",),
        rule="prescription",
        given=tax(event("collection_grace", "2022-01-01", until="2022-12-31", outcome="cancelled_as_illegal")),
        expected={"completes_on": "2026-07-01", "effects": ["no_effect"]},
        worked=("猶予は初めからなかったものとして扱う",),
    ),
    Proposition(
        title="市税の審査請求は、時効については影響しない",
        cites=("local_tax_act/18/3",),
        rule="prescription",
        given=tax(event("review_request", "2025-10-01", until="2026-05-31", outcome="dismissed"), on="2026-11-21"),
        expected={"completes_on": "2026-07-01", "effects": ["no_effect"]},
        worked=("審査請求を裁判上の請求とみなす定めは、市税にはない",),
    ),
    Proposition(
        title="取り消されたことだけが分かる猶予は、始まりの一日だけ時効を止める",
        cites=("local_tax_act/18-2/4",),
        rule="prescription",
        given=tax(event("conversion_grace", "2024-04-01", applied_on="2024-03-21", outcome="released")),
        expected={
            "completes_on": "2029-03-23",
            "barred_by": None,
            "assumptions": [
                "終わり方だけが与えられ、終わりの日が与えられていないものは、始まりの日に終わったものとした"
            ],
        },
        worked=("申請の翌日 2024-03-22 から5年の末日は 2029-03-21", "止まった1日を加え、末日 2029-03-22"),
    ),
)

test_proposition = holds(PROPOSITIONS)
