"""Who signs in to the small city, and the screens there are: plain data, readable without any settings."""

PASSWORD = "ichigo-ichie-2018"

#: Who needs a second factor, and recovery codes enough for every sign-in of a test run (each opens once).
SECOND_FACTOR = ("auditor", "administrator")
RECOVERY = tuple(f"TEST-CODE-{number:04d}-{number:04d}" for number in range(200))

CARE = "/sheets/2018/福祉局-064/"

#: Screen → its address and a person who may see it.
SCREENS = {
    "sign-in": ("/sign-in/", ""),
    "city": ("/city/", "officer"),
    "city-past": ("/city/?year=2017&on=2018-05-31&upto=200", "officer"),
    "city-narrowed": ("/city/?q=介護&class=public_enforceable&sort=-total", "officer"),
    "city-nothing": ("/city/?q=ないもの", "officer"),
    "sheet": (CARE, "officer"),
    "sheet-mixed": ("/sheets/2018/福祉局-056-057/", "officer"),
    "sheet-typed": ("/sheets/2018/教育委員会-082/", "officer"),
    "sheet-2022": ("/sheets/2021/福祉局-064/", "officer"),
    "cell-entries": (f"{CARE}cells/result/current_received/", "officer"),
    "cell-carried": (f"{CARE}cells/result/past_assessed/", "officer"),
    "cell-chained": (f"{CARE}cells/result/past_carried_in/", "officer"),
    "cell-rate": (f"{CARE}cells/result/total_collection_rate/", "officer"),
    "cell-goal": (f"{CARE}cells/first_goal/past_received/", "officer"),
    "state-cell": (f"{CARE}states/past/S02/", "officer"),
    "state-total": (f"{CARE}states/total/total/", "planner"),
    "claim": ("/claims/1/", "officer"),
    "claim-settled": ("/claims/71/", "officer"),
    "claim-private": ("/claims/219/", "recovery"),
    "claim-protected": ("/claims/3/", "officer"),
    "obligor": ("/obligors/2/", "officer"),
    "obligor-protected": ("/obligors/3/", "officer"),
    "data-to-check": ("/data-to-check/", "officer"),
    "data-to-check-nothing": ("/data-to-check/?office=999999", "officer"),
    "findings": ("/findings/", "officer"),
    "operations": ("/logs/operations/", "auditor"),
    "accesses": ("/logs/accesses/", "auditor"),
    "law": ("/law/", "officer"),
    "law-narrowed": ("/law/?q=時効&on=2019-04-01", "planner"),
    "law-nothing": ("/law/?q=ないもの", "administrator"),
    "law-parameter": ("/law/parameters/late_charge_later/", "cashier"),
    "law-parameter-unverified": ("/law/parameters/wage_living_self_yen/", "officer"),
    "law-act": ("/law/acts/local_tax_act/", "officer"),
    "law-terms": ("/law/terms/other_public/", "officer"),
    "law-terms-private": ("/law/terms/private_water/", "officer"),
    "help": ("/help/", "officer"),
    "catalogue": ("/catalogue/", "administrator"),
    "second-factor-enrol": ("/second-factor/", "officer"),
    "second-factor-own": ("/second-factor/", "auditor"),
    "password": ("/password/", "officer"),
    "first-password": ("/password/", "newcomer"),
    "forbidden": ("/logs/operations/", "officer"),
    "missing": ("/nothing-here/", "officer"),
    "no-such-claim": ("/claims/999999/", "officer"),
}
