"""Told as stories: a private claim goes to court, gets a title, is executed and paid; the guarantor is claimed on; a tenant is evicted.

The one idea: every step is refused before its time in the words of the rule with its article, and possible after it.
"""

from playwright.sync_api import Page, expect

from tests.web.conftest import Site
from tests.web.people import COURT_PERSONS
from tests.web.story import Story
from tests.web.story_steps import act_form, approved, carried_out, days_ago, drafted, fill, found, seal, sent

COURT = {"court": "架空簡易裁判所", "case_number": "令和八年(ロ)第1号"}


def _refused(page: Page, *words: str) -> None:
    """The plan on the page says why not, with the article."""
    banner = page.locator("#act-plan .banner--warning, #act-plan .chip--error").first
    expect(banner).to_be_visible()
    for word in words:
        expect(page.locator("#act-plan")).to_contain_text(word)


def _demanded(story: Story, person: str) -> None:
    """A formal demand of more than a year ago, delivered two days after it."""
    act_form(
        story, person, kind="formal_demand", on=days_ago(430), designated_on=days_ago(420), delivered_on=days_ago(428)
    )
    sent(story, person)


def _decided(story: Story, title: str, reason: str) -> None:
    """Drafted by the officer, approved by the manager, carried out by the officer."""
    proposal = drafted(story, title=title, reason=reason)
    approved(story, "housing-manager", proposal=proposal)
    carried_out(story, "housing", proposal=proposal)


def test_from_claim_to_court(site: Site) -> None:
    name, _ = COURT_PERSONS["court"]
    with Story(site, "from-claim-to-title") as story:
        person = found(story, "housing", name=name)
        story.step("氏名で検索し、滞納者の画面を開く")
        page = act_form(story, person, kind="court_payment_order", **COURT)
        _refused(page, "督促が送達されている", "自治令171条")
        story.step("督促の前の支払督促は、根拠の条文とともに断られる")

        _demanded(story, person)
        story.step("地方自治法施行令171条の督促を記録する")

        page = act_form(story, person, kind="guarantor_claim", claimed_yen="180001", designated_on=days_ago(-30))
        page.get_by_label(COURT_PERSONS["guarantor"][0]).check()
        _refused(page, "未納の額（180,000円）の範囲", "民法446条第1項")
        fill(page, claimed_yen="180000", delivered_on=days_ago(0))
        expect(page.locator("#act-plan").get_by_text("できる", exact=True)).to_be_visible()
        story.step("保証人に請求する。残高と極度額を超える請求は断られる")
        _decided(story, "保証人への請求", "督促の後も納付がない。")
        page = story.goto(person)
        expect(page.locator("#history")).to_contain_text("保証人への請求")

        page = act_form(story, person, kind="compulsory_execution", **COURT, object="claim", property="預金")
        _refused(page, "債務名義", "民執法22条")

        act_form(story, person, kind="court_payment_order", **COURT, costs_yen="1500")
        story.step("支払督促の要件と、時効への影響を確かめる")
        _decided(story, "支払督促の申立て", "督促の後、相当の期間を経過しても納付がない。")
        page = story.goto(person)
        expect(page.locator("#history")).to_contain_text("支払督促")
        story.step("決裁の後に申立てを記録する")


def test_from_title_to_execution_to_paid(site: Site) -> None:
    name, _ = COURT_PERSONS["title"]
    with Story(site, "from-title-to-paid") as story:
        person = found(story, "housing", name=name)
        act_form(
            story,
            person,
            kind="provisional_execution",
            on=days_ago(60),
            declared_on=days_ago(60),
            delivered_on=days_ago(57),
        )
        sent(story, person)
        act_form(story, person, kind="court_payment_order_end", on=days_ago(40), outcome="fixed")
        sent(story, person)
        story.step("仮執行の宣言の後、支払督促が確定し、債務名義となる")

        page = act_form(story, person, kind="property_disclosure", court="架空地方裁判所")
        _refused(page, "完全な弁済を得られなかった", "民執法197条第1項")
        act_form(story, person, kind="property_disclosure", court="架空地方裁判所", not_satisfied="1")
        sent(story, person)
        act_form(story, person, kind="property_disclosure_end", outcome="completed", found="普通預金 物語銀行")
        sent(story, person)
        asked = {"asked_about": "asked_about_deposits", "third_party": "物語銀行", "not_satisfied": "1"}
        act_form(story, person, kind="third_party_information", court="架空地方裁判所", **asked)
        sent(story, person)
        act_form(story, person, kind="third_party_information_end", outcome="completed", found="普通預金 200,000円")
        sent(story, person)
        story.step("財産開示と第三者からの情報取得により預金が分かる")

        act_form(
            story, person, kind="compulsory_execution", **COURT, object="claim", property="普通預金", holder="物語銀行"
        )
        _decided(story, "強制執行の申立て", "財産開示により判明した預金を差し押さえる。")
        act_form(story, person, kind="receipt_by_force", yen="180000")
        story.step("取り立てた額が債権に充てられることを確かめる")
        sent(story, person)
        page = story.goto(person)
        claim = str(page.locator("a[href^='/claims/']").first.get_attribute("href"))
        page = story.goto(claim)
        expect(page.locator(".key-figures").first).to_contain_text("残高なし")
        story.step("残高は0円となり、遅延損害金だけが残る")


def test_a_tenant_is_evicted(site: Site) -> None:
    name, _ = COURT_PERSONS["eviction"]
    with Story(site, "eviction") as story:
        person = found(story, "housing", name=name)
        page = act_form(story, person, kind="lawsuit", **COURT, sort="eviction")
        _refused(page, "督促が送達されている", "自治令171条")
        _demanded(story, person)
        story.step("督促の後も納付がない")
        act_form(
            story, person, kind="pre_suit_notice", on=days_ago(60), designated_on=days_ago(46), reminded_yen="180000"
        )
        sent(story, person)
        act_form(story, person, kind="pre_suit_visit", on=days_ago(40), found="支払の意向はあるが、収入が少ない。")
        sent(story, person)
        page = act_form(
            story, person, kind="settlement_before_suit", **COURT, designated_on=days_ago(-30), instalment_yen="15000"
        )
        page.get_by_role("button", name="影響を確かめる").click()
        expect(page.locator("#act-plan").get_by_text("できる", exact=True)).to_be_visible()
        expect(page.locator(".act__do")).to_contain_text("この処理は決裁を受けてから実行します。")
        act_form(
            story,
            person,
            kind="contract_cancelled",
            on=days_ago(20),
            leave_by=days_ago(-10),
            reason_told="和解の期日に欠席した。",
        )
        sent(story, person)
        page = act_form(story, person, kind="judgment", **COURT)
        _refused(page, "裁判所の手続が記録されている", "民訴法116条第1項")
        page = act_form(
            story, person, kind="compulsory_execution", **COURT, object="eviction", property="架空住宅1号棟101号"
        )
        _refused(page, "債務名義", "民執法22条")
        page = act_form(story, person, kind="lawsuit", **COURT, sort="eviction")
        expect(page.locator("#act-plan").get_by_text("できる", exact=True)).to_be_visible()
        story.step("契約を解除し、明渡しの訴えの要件を確かめる")
        _sued(story)
        page = story.goto(person)
        for label in ("明渡し等の催告（内容証明）", "訴え前の訪問", "使用許可・契約の解除", "訴えの提起"):
            expect(page.locator("#history")).to_contain_text(label)

        act_form(story, person, kind="judgment", court=COURT["court"], ordered="被告は、建物を明け渡せ。")
        sent(story, person)
        act_form(story, person, kind="compulsory_execution", **COURT, object="eviction", property="架空住宅1号棟101号")
        expect(page.locator("#act-plan").get_by_text("できる", exact=True)).to_be_visible()
        story.step("判決の確定により債務名義を得て、明渡しの強制執行を起案する")
        _decided(story, "明渡しの強制執行の申立て", "判決が確定したが、明け渡さない。")
        page = act_form(story, person, kind="compulsory_execution_end", outcome="completed")
        sent(story, person)
        expect(page.locator("#history")).to_contain_text("強制執行の終了")
        story.step("明渡しの執行が終わる。滞納している家賃は、引き続き債務名義のある債権として回収する")


def _sued(story: Story) -> None:
    """Decided by the section, the bureau and the mayor by delegation, then carried out."""
    proposal = drafted(story, title="建物明渡しの訴えの提起", reason="契約を解除したが、明け渡さない。")
    for level in ("課長決裁", "局長決裁", "市長の専決処分"):
        expect(story.page.locator("main")).to_contain_text(level)
    seal(story, "housing-manager", proposal=proposal)
    seal(story, "housing-director", proposal=proposal)
    story.step("課長、局長の決裁を経て、市長の専決処分を待つ")
    page = story.sits_down("housing-manager")
    story.goto("/approvals/outside/?level=delegated_decision")
    page.fill("#decided_on", days_ago(0))
    page.fill("#number", "専決第1号")
    story.step("専決処分の日と番号を記録する")
    page.get_by_role("button", name="記録する", exact=True).click()
    expect(page.locator("main")).to_contain_text("1件に記録しました。")
    carried_out(story, "housing", proposal=proposal)
