-- A claim's class must be one its receivable allows.
CREATE TRIGGER saiken_claim_class AFTER INSERT ON register_claim
WHEN NOT EXISTS (
    SELECT 1 FROM register_receivable r, json_each(r.allowed_classes) allowed
    WHERE r.id = NEW.receivable_id AND allowed.value = NEW.legal_class)
BEGIN
    SELECT RAISE(ABORT, 'saiken:class_not_allowed');
END
-- next
-- It must also be one that the receivable allows which an entry brings it to: by a transfer, or as the late charge or interest part.
CREATE TRIGGER saiken_entry_class AFTER INSERT ON register_entry
WHEN NEW.kind IN ('assessed', 'increased', 'transferred') AND NEW.yen > 0 AND NOT EXISTS (
    SELECT 1 FROM register_claim c, register_receivable r, json_each(r.allowed_classes) allowed
    WHERE c.id = NEW.claim_id AND r.id = NEW.receivable_id AND allowed.value = c.legal_class)
BEGIN
    SELECT RAISE(ABORT, 'saiken:class_not_allowed');
END
-- next
-- The sequence has no gap and the recorded moment never goes back.
CREATE TRIGGER saiken_entry_sequence AFTER INSERT ON register_entry
WHEN NEW.sequence <> 1 AND NOT EXISTS (
    SELECT 1 FROM register_entry before WHERE before.sequence = NEW.sequence - 1 AND before.recorded_at <= NEW.recorded_at)
BEGIN
    SELECT RAISE(ABORT, 'saiken:sequence');
END
-- next
-- 現年度分 exactly in the claim's own revenue year, 滞納繰越分 in every later one.
CREATE TRIGGER saiken_entry_portion AFTER INSERT ON register_entry
WHEN NOT EXISTS (
    SELECT 1 FROM register_claim c
    WHERE c.id = NEW.claim_id AND NEW.accounting_year >= c.fiscal_year
      AND (NEW.portion = 'current') = (NEW.accounting_year = c.fiscal_year AND NOT c.past_from_start))
BEGIN
    SELECT RAISE(ABORT, 'saiken:portion');
END
-- next
-- A closed year takes no more entries.
CREATE TRIGGER saiken_entry_closed AFTER INSERT ON register_entry
WHEN EXISTS (
    SELECT 1 FROM register_yearclose y
    WHERE y.receivable_id = NEW.receivable_id AND y.fiscal_year >= NEW.accounting_year)
BEGIN
    SELECT RAISE(ABORT, 'saiken:year_closed');
END
-- next
-- A reversal takes back exactly one whole entry of the same claim and component.
CREATE TRIGGER saiken_entry_reversal AFTER INSERT ON register_entry
WHEN NEW.reverses_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM register_entry e
    WHERE e.sequence = NEW.reverses_id AND e.sequence < NEW.sequence AND e.claim_id = NEW.claim_id
      AND e.component = NEW.component AND e.account = NEW.account AND e.yen = -NEW.yen
      AND e.kind NOT IN ('reversed', 'transferred', 'appropriated'))
BEGIN
    SELECT RAISE(ABORT, 'saiken:reversal');
END
-- next
-- The arriving side equals the giving side; a transfer stays with its claim and component and arrives at once.
CREATE TRIGGER saiken_entry_two_sides AFTER INSERT ON register_entry
WHEN NEW.counterpart_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM register_entry e
    WHERE e.sequence = NEW.counterpart_id AND e.sequence < NEW.sequence AND e.kind = NEW.kind AND e.yen = -NEW.yen
      AND (NEW.kind <> 'transferred' OR e.sequence = NEW.sequence - 1 AND e.claim_id = NEW.claim_id
           AND e.component = NEW.component AND (e.receivable_id <> NEW.receivable_id OR e.office_id <> NEW.office_id)))
BEGIN
    SELECT RAISE(ABORT, 'saiken:two_sides');
END
-- next
-- The balance: kept per claim and component, moved by a transfer alone, never below zero unless recorded as an overpayment.
CREATE TRIGGER saiken_entry_balance AFTER INSERT ON register_entry
BEGIN
    SELECT RAISE(ABORT, 'saiken:booked_elsewhere') FROM register_claimbalance b
    WHERE b.claim_id = NEW.claim_id AND b.component = NEW.component
      AND (b.receivable_id <> NEW.receivable_id OR b.office_id <> NEW.office_id)
      AND NOT (NEW.kind = 'transferred' AND NEW.yen > 0);
    INSERT INTO register_claimbalance (claim_id, component, balance_yen, overpayment_recorded, receivable_id, office_id)
    VALUES (NEW.claim_id, NEW.component, 0, 0, NEW.receivable_id, NEW.office_id) ON CONFLICT DO NOTHING;
    UPDATE register_claimbalance SET
        balance_yen = balance_yen + CASE NEW.account WHEN 'assessment' THEN NEW.yen ELSE -NEW.yen END,
        overpayment_recorded = (overpayment_recorded OR NEW.allows_overpayment)
            AND balance_yen + CASE NEW.account WHEN 'assessment' THEN NEW.yen ELSE -NEW.yen END < 0,
        receivable_id = NEW.receivable_id, office_id = NEW.office_id
    WHERE claim_id = NEW.claim_id AND component = NEW.component;
    SELECT RAISE(ABORT, 'saiken:below_zero') FROM register_claimbalance b
    WHERE b.claim_id = NEW.claim_id AND b.component = NEW.component AND b.balance_yen < 0
      AND NOT NEW.allows_overpayment AND (NEW.account = 'assessment') = (NEW.yen < 0);
    SELECT RAISE(ABORT, 'saiken:more_than_overpaid') FROM register_claimbalance b
    WHERE b.claim_id = NEW.claim_id AND b.component = NEW.component AND b.balance_yen > 0
      AND (NEW.kind = 'refunded' OR NEW.kind = 'appropriated' AND NEW.yen < 0);
    SELECT RAISE(ABORT, 'saiken:partial_transfer') FROM register_claimbalance b
    WHERE b.claim_id = NEW.claim_id AND b.component = NEW.component AND b.balance_yen <> 0
      AND NEW.kind = 'transferred' AND NEW.yen < 0;
END
-- next
-- A conclusion or a reversal answers a plain event of the same claim and kind that still counts.
CREATE TRIGGER saiken_case_event_answer AFTER INSERT ON register_caseevent
WHEN (NEW.concludes_id IS NOT NULL OR NEW.reverses_id IS NOT NULL) AND NOT EXISTS (
    SELECT 1 FROM register_caseevent e
    WHERE e.id = COALESCE(NEW.concludes_id, NEW.reverses_id) AND e.claim_id = NEW.claim_id AND e.kind = NEW.kind
      AND e.concludes_id IS NULL AND e.reverses_id IS NULL AND (NEW.concludes_id IS NULL OR e."on" <= NEW."on")
      AND NOT EXISTS (SELECT 1 FROM register_caseevent r WHERE r.reverses_id = e.id AND r.id <> NEW.id))
BEGIN
    SELECT RAISE(ABORT, 'saiken:case_event_answer');
END
