"""Every address of the screens on one page, each with the permission it asks for.

The one idea: an address that is not here does not exist, and none is here without a permission. What a permission means is
decided in `permissions`.
"""

from saiken.web.absences.view import absence_list, absence_withdraw
from saiken.web.accounts.personnel import personnel_apply, personnel_import
from saiken.web.accounts.view import (
    account_act,
    account_changes,
    account_failures,
    account_list,
    account_page,
    new_account,
)
from saiken.web.act.reverse import act_reversed
from saiken.web.act.view import act
from saiken.web.approvals.batch import batch
from saiken.web.approvals.document import decide, document, move, paper
from saiken.web.approvals.outside import outside, record
from saiken.web.approvals.redraft import redraft
from saiken.web.approvals.view import approvals
from saiken.web.assignment.rotation import officer_report, officer_report_file
from saiken.web.assignment.view import assignments, undo
from saiken.web.campaign.view import campaign, campaigns
from saiken.web.catalogue.view import catalogue
from saiken.web.cell.view import cell
from saiken.web.city.download import city_csv, city_workbook
from saiken.web.city.view import city_page
from saiken.web.claim.view import claim
from saiken.web.data_to_check.view import data_to_check
from saiken.web.findings.view import findings_page
from saiken.web.halt.view import end, halts
from saiken.web.hand_over.box import hand_over_desk
from saiken.web.hand_over.candidates import hand_over_candidates
from saiken.web.hand_over.detail import hand_over, hand_over_file, take_step
from saiken.web.hand_over.joint import joint_rules
from saiken.web.hand_over.new import new_hand_over
from saiken.web.hand_over.results import hand_over_results, hand_over_results_file
from saiken.web.hand_over.rules import end_rule, hand_over_rules
from saiken.web.help.view import help_page
from saiken.web.home.view import home
from saiken.web.law.view import act_page, law_page, parameter_page, terms_page
from saiken.web.layout.language import set_language
from saiken.web.logs.view import access_log, operation_log
from saiken.web.logs.watch import (
    accesses_csv,
    find_person_looks,
    person_looks,
    person_looks_csv,
    release_log,
    unusual,
    unusual_csv,
)
from saiken.web.manager.view import manager, manager_behind, manager_file, manager_plot
from saiken.web.obligor.acts_menu import start
from saiken.web.obligor.contact import contact
from saiken.web.obligor.facts import new_fact, one_fact
from saiken.web.obligor.heirs import heirs
from saiken.web.obligor.joins import joins, part
from saiken.web.obligor.marks import put, remove
from saiken.web.obligor.parties import party
from saiken.web.obligor.view import obligor
from saiken.web.openid.view import openid_begin, openid_return
from saiken.web.password.view import new_password
from saiken.web.permissions import Permission, page
from saiken.web.plan.new import new_plan
from saiken.web.plan.view import plan, plan_ended, plan_reviewed, plan_sheet
from saiken.web.property.answers import answers, undisposed
from saiken.web.property.ask import ask
from saiken.web.property.salary import salary
from saiken.web.property.view import properties, property_changed, property_recorded
from saiken.web.protection.view import protection, protection_answer, protection_ask, protection_keep, protections
from saiken.web.search.view import search_page
from saiken.web.second_factor.view import recovery_codes, second_factor
from saiken.web.sent_list.new import new_list
from saiken.web.sent_list.view import answer, sent_list, sent_lists
from saiken.web.session.view import extend_session, session_left
from saiken.web.sheet.download import sheet_file
from saiken.web.sheet.view import sheet_page
from saiken.web.sign_in.view import SignIn, sign_out
from saiken.web.state_cell.view import state_cell
from saiken.web.work.bulk import bulk_begin, bulk_go, bulk_run, bulk_runs, bulk_sent, bulk_stop, bulk_undo
from saiken.web.work.export import work_file
from saiken.web.work.extract import work_extract
from saiken.web.work.searches import drop_search, keep_search
from saiken.web.work.view import work_list

SHEET = "sheets/<int:sheet_year>/<str:key>/"
PERSON = "obligors/<int:obligor_id>/"

urlpatterns = [
    page("", home, name="home", needs=Permission.HELP),
    page("sign-in/", SignIn.as_view(), name="sign-in", needs=Permission.OPEN),
    page("sign-out/", sign_out, name="sign-out", needs=Permission.PASSWORD_GIVEN),
    page("second-factor/", second_factor, name="second-factor", needs=Permission.PASSWORD_GIVEN),
    page("second-factor/recovery-codes/", recovery_codes, name="recovery-codes", needs=Permission.PASSWORD_GIVEN),
    page("session/left/", session_left, name="session-left", needs=Permission.PASSWORD_GIVEN),
    page("session/extend/", extend_session, name="session-extend", needs=Permission.PASSWORD_GIVEN),
    page("openid/", openid_begin, name="openid-begin", needs=Permission.OPEN),
    page("openid/return/", openid_return, name="openid-return", needs=Permission.OPEN),
    page("language/", set_language, name="language", needs=Permission.OPEN),
    page("password/", new_password, name="password", needs=Permission.SIGNED_IN),
    page("help/", help_page, name="help", needs=Permission.HELP),
    page("law/", law_page, name="law", needs=Permission.HELP),
    page("law/parameters/<slug:parameter_id>/", parameter_page, name="law-parameter", needs=Permission.HELP),
    page("law/acts/<slug:act_id>/", act_page, name="law-act", needs=Permission.HELP),
    page("law/terms/<slug:kind>/", terms_page, name="law-terms", needs=Permission.HELP),
    page("catalogue/", catalogue, name="catalogue", needs=Permission.CATALOGUE),
    page("city/", city_page, name="city", needs=Permission.FIGURES),
    page("city/list.csv", city_csv, name="city-csv", needs=Permission.FIGURES),
    page("city/sheets.xlsx", city_workbook, name="city-workbook", needs=Permission.FIGURES),
    page(SHEET, sheet_page, name="sheet", needs=Permission.FIGURES),
    page(f"{SHEET}file/<str:file_format>/", sheet_file, name="sheet-file", needs=Permission.FIGURES),
    page(f"{SHEET}cells/<str:row_id>/<str:column_id>/", cell, name="cell", needs=Permission.CLAIMS),
    page(f"{SHEET}states/<str:portion>/<str:state_id>/", state_cell, name="state-cell", needs=Permission.CLAIMS),
    page("claims/<int:claim_id>/", claim, name="claim", needs=Permission.PERSONS),
    page("obligors/<int:obligor_id>/", obligor, name="obligor", needs=Permission.PERSONS),
    page(f"{PERSON}start/", start, name="obligor-start", needs=Permission.ACT),
    page(f"{PERSON}contacts/", contact, name="obligor-contact", needs=Permission.ACT),
    page(f"{PERSON}acts/<slug:kind>/", act, name="act", needs=Permission.ACT),
    page("acts/<int:act_id>/reverse/", act_reversed, name="act-reverse", needs=Permission.ACT),
    page(f"{PERSON}marks/", put, name="obligor-marks", needs=Permission.ACT),
    page(f"{PERSON}marks/<int:mark_id>/remove/", remove, name="obligor-mark", needs=Permission.ACT),
    page(f"{PERSON}facts/", new_fact, name="obligor-facts", needs=Permission.ACT),
    page(f"{PERSON}facts/<int:fact_id>/", one_fact, name="obligor-fact", needs=Permission.ACT),
    page(f"{PERSON}parties/", party, name="obligor-party", needs=Permission.ACT),
    page(f"{PERSON}heirs/", heirs, name="obligor-heirs", needs=Permission.ACT),
    page(f"{PERSON}joins/", joins, name="obligor-joins", needs=Permission.ACT),
    page(f"{PERSON}joins/<int:join_id>/undo/", part, name="obligor-part", needs=Permission.ACT),
    page("work/extract/", work_extract, name="work-extract", needs=Permission.WORK),
    page("work/searches/<int:search_id>/delete/", drop_search, name="search-drop", needs=Permission.WORK),
    page("work/runs/", bulk_runs, name="bulk-runs", needs=Permission.WORK),
    page("work/runs/<int:run_id>/", bulk_run, name="bulk-run", needs=Permission.WORK),
    page("work/runs/<int:run_id>/go/", bulk_go, name="bulk-go", needs=Permission.ACT),
    page("work/runs/<int:run_id>/stop/", bulk_stop, name="bulk-stop", needs=Permission.ACT),
    page("work/runs/<int:run_id>/sent/", bulk_sent, name="bulk-sent", needs=Permission.ACT),
    page("work/runs/<int:run_id>/undo/", bulk_undo, name="bulk-undo", needs=Permission.ACT),
    page("work/<slug:list_id>/bulk/", bulk_begin, name="bulk-begin", needs=Permission.ACT),
    page("work/<slug:list_id>/", work_list, name="work-list", needs=Permission.WORK),
    page("work/<slug:list_id>/file/", work_file, name="work-file", needs=Permission.WORK),
    page("work/<slug:list_id>/searches/", keep_search, name="search-keep", needs=Permission.WORK),
    page("obligors/<int:obligor_id>/plan/", new_plan, name="plan-new", needs=Permission.ACT),
    page("plans/<int:plan_id>/", plan, name="plan", needs=Permission.WORK),
    page("plans/<int:plan_id>/sheet.pdf", plan_sheet, name="plan-sheet", needs=Permission.WORK),
    page("plans/<int:plan_id>/end/", plan_ended, name="plan-end", needs=Permission.ACT),
    page("plans/<int:plan_id>/review/", plan_reviewed, name="plan-review", needs=Permission.ACT),
    page("answers/", answers, name="answers", needs=Permission.WORK),
    page("properties/", undisposed, name="undisposed", needs=Permission.WORK),
    page("properties/<int:property_id>/salary/", salary, name="salary", needs=Permission.WORK),
    page("obligors/<int:obligor_id>/properties/", properties, name="properties", needs=Permission.WORK),
    page("obligors/<int:obligor_id>/properties/ask/", ask, name="ask-property", needs=Permission.ACT),
    page("obligors/<int:obligor_id>/properties/new/", property_recorded, name="property-record", needs=Permission.ACT),
    page(
        "obligors/<int:obligor_id>/properties/change/", property_changed, name="property-change", needs=Permission.ACT
    ),
    page("search/", search_page, name="search", needs=Permission.PERSONS),
    page("approvals/", approvals, name="approvals", needs=Permission.WORK),
    page("approvals/batch/", batch, name="approvals-batch", needs=Permission.APPROVE),
    page("approvals/outside/", outside, name="approvals-outside", needs=Permission.WORK),
    page("approvals/outside/record/", record, name="approvals-outside-record", needs=Permission.APPROVE),
    page("approvals/<int:proposal_id>/", document, name="approval", needs=Permission.WORK),
    page("approvals/<int:proposal_id>/paper/", paper, name="approval-paper", needs=Permission.WORK),
    page("approvals/<int:proposal_id>/decide/", decide, name="approval-decide", needs=Permission.APPROVE),
    page("approvals/<int:proposal_id>/move/", move, name="approval-move", needs=Permission.ACT),
    page("approvals/<int:proposal_id>/redraft/", redraft, name="approval-redraft", needs=Permission.ACT),
    page("hand-overs/", hand_over_desk, name="hand-overs", needs=Permission.WORK),
    page("hand-overs/candidates/", hand_over_candidates, name="hand-over-candidates", needs=Permission.ACT),
    page("hand-overs/results/", hand_over_results, name="hand-over-results", needs=Permission.FIGURES),
    page("hand-overs/results/file/", hand_over_results_file, name="hand-over-results-file", needs=Permission.FIGURES),
    page("hand-overs/joint/", joint_rules, name="hand-over-joint", needs=Permission.MANAGE),
    page("hand-overs/rules/", hand_over_rules, name="hand-over-rules", needs=Permission.MANAGE),
    page("hand-overs/rules/<int:rule_id>/end/", end_rule, name="hand-over-rule-end", needs=Permission.MANAGE),
    page("hand-overs/<int:hand_over_id>/", hand_over, name="hand-over", needs=Permission.WORK),
    page("hand-overs/<int:hand_over_id>/step/", take_step, name="hand-over-step", needs=Permission.ACT),
    page("hand-overs/<int:hand_over_id>/file/", hand_over_file, name="hand-over-file", needs=Permission.WORK),
    page(f"{PERSON}hand-over/", new_hand_over, name="hand-over-new", needs=Permission.ACT),
    page("halts/", halts, name="halts", needs=Permission.MANAGE),
    page("halts/<int:halt_id>/end/", end, name="halt-end", needs=Permission.MANAGE),
    page("campaigns/", campaigns, name="campaigns", needs=Permission.MANAGE),
    page("campaigns/<int:campaign_id>/", campaign, name="campaign", needs=Permission.MANAGE),
    page("sent-lists/", sent_lists, name="sent-lists", needs=Permission.WORK),
    page("sent-lists/new/", new_list, name="sent-list-new", needs=Permission.MANAGE),
    page("sent-lists/<int:list_id>/", sent_list, name="sent-list", needs=Permission.WORK),
    page("sent-lists/<int:list_id>/answer/", answer, name="sent-list-answer", needs=Permission.ACT),
    page("manager/", manager, name="manager", needs=Permission.MANAGE),
    page("manager/behind/", manager_behind, name="manager-behind", needs=Permission.MANAGE),
    page("manager/list.csv", manager_file, name="manager-file", needs=Permission.MANAGE),
    page("manager/plots/<slug:plot>.svg", manager_plot, name="manager-plot", needs=Permission.MANAGE),
    page("assignments/", assignments, name="assignments", needs=Permission.MANAGE),
    page("assignments/undo/", undo, name="assignment-undo", needs=Permission.MANAGE),
    page("assignments/<int:office_id>/<int:officer_id>/", officer_report, name="officer-report", needs=Permission.WORK),
    page(
        "assignments/<int:office_id>/<int:officer_id>/file/",
        officer_report_file,
        name="officer-report-file",
        needs=Permission.WORK,
    ),
    page("data-to-check/", data_to_check, name="data-to-check", needs=Permission.PERSONS),
    page("findings/", findings_page, name="findings", needs=Permission.FIGURES),
    page("logs/operations/", operation_log, name="operations", needs=Permission.LOGS),
    page("logs/accesses/", access_log, name="accesses", needs=Permission.LOGS),
    page("logs/accesses.csv", accesses_csv, name="accesses-csv", needs=Permission.LOGS),
    page("logs/persons/", find_person_looks, name="find-person-looks", needs=Permission.LOGS),
    page("logs/persons/<int:obligor_id>/", person_looks, name="person-looks", needs=Permission.LOGS),
    page("logs/persons/<int:obligor_id>/list.csv", person_looks_csv, name="person-looks-csv", needs=Permission.LOGS),
    page("logs/unusual/", unusual, name="unusual", needs=Permission.LOGS),
    page("logs/unusual.csv", unusual_csv, name="unusual-csv", needs=Permission.LOGS),
    page("logs/releases/", release_log, name="releases", needs=Permission.LOGS),
    page("protection/", protections, name="protections", needs=Permission.WORK),
    page("protection/obligors/<int:obligor_id>/", protection, name="protection", needs=Permission.WORK),
    page("protection/obligors/<int:obligor_id>/ask/", protection_ask, name="protection-ask", needs=Permission.ACT),
    page(
        "protection/obligors/<int:obligor_id>/keep/", protection_keep, name="protection-keep", needs=Permission.RELEASE
    ),
    page(
        "protection/requests/<int:request_id>/", protection_answer, name="protection-answer", needs=Permission.RELEASE
    ),
    page("absences/", absence_list, name="absences", needs=Permission.HELP),
    page("absences/<int:absence_id>/withdraw/", absence_withdraw, name="absence-withdraw", needs=Permission.HELP),
    page("accounts/", account_list, name="accounts", needs=Permission.ACCOUNTS),
    page("accounts/new/", new_account, name="account-new", needs=Permission.ACCOUNTS),
    page("accounts/changes/", account_changes, name="account-changes", needs=Permission.ACCOUNTS),
    page("accounts/failures/", account_failures, name="account-failures", needs=Permission.ACCOUNTS),
    page("accounts/import/", personnel_import, name="personnel-import", needs=Permission.ACCOUNTS),
    page("accounts/import/apply/", personnel_apply, name="personnel-apply", needs=Permission.ACCOUNTS),
    page("accounts/people/<str:username>/", account_page, name="account", needs=Permission.ACCOUNTS),
    page("accounts/people/<str:username>/<slug:verb>/", account_act, name="account-act", needs=Permission.ACCOUNTS),
]
