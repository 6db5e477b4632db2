-- A claim's class must be one its receivable allows.
CREATE OR REPLACE FUNCTION saiken_claim_class() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM register_receivable r
                   WHERE r.id = NEW.receivable_id AND jsonb_exists(r.allowed_classes, NEW.legal_class)) THEN
        RAISE EXCEPTION 'saiken:class_not_allowed' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$
-- next
CREATE TRIGGER saiken_claim_class AFTER INSERT ON register_claim FOR EACH ROW EXECUTE FUNCTION saiken_claim_class()
-- next
-- Everything the register demands of one entry, in the order of ledger.sqlite.sql.
CREATE OR REPLACE FUNCTION saiken_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    claim register_claim%ROWTYPE;
    booked register_claimbalance%ROWTYPE;
    change bigint := CASE NEW.account WHEN 'assessment' THEN NEW.yen ELSE -NEW.yen END;
    refusal text;
BEGIN
    IF NEW.sequence <> 1 AND NOT EXISTS (
        SELECT 1 FROM register_entry before
        WHERE before.sequence = NEW.sequence - 1 AND before.recorded_at <= NEW.recorded_at) THEN
        refusal := 'saiken:sequence';
    END IF;
    SELECT * INTO claim FROM register_claim c WHERE c.id = NEW.claim_id;
    IF NEW.kind IN ('assessed', 'increased', 'transferred') AND NEW.yen > 0 AND NOT EXISTS (
        SELECT 1 FROM register_receivable r
        WHERE r.id = NEW.receivable_id AND jsonb_exists(r.allowed_classes, claim.legal_class)) THEN
        refusal := 'saiken:class_not_allowed';
    END IF;
    IF NEW.accounting_year < claim.fiscal_year OR (NEW.portion = 'current')
        <> (NEW.accounting_year = claim.fiscal_year AND NOT claim.past_from_start) THEN
        refusal := 'saiken:portion';
    END IF;
    IF EXISTS (SELECT 1 FROM register_yearclose y
               WHERE y.receivable_id = NEW.receivable_id AND y.fiscal_year >= NEW.accounting_year) THEN
        refusal := 'saiken:year_closed';
    END IF;
    IF NEW.reverses_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM register_entry e
        WHERE e.sequence = NEW.reverses_id AND e.sequence < NEW.sequence AND e.claim_id = NEW.claim_id
          AND e.component = NEW.component AND e.account = NEW.account AND e.yen = -NEW.yen
          AND e.kind NOT IN ('reversed', 'transferred', 'appropriated')) THEN
        refusal := 'saiken:reversal';
    END IF;
    IF NEW.counterpart_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM register_entry e
        WHERE e.sequence = NEW.counterpart_id AND e.sequence < NEW.sequence AND e.kind = NEW.kind AND e.yen = -NEW.yen
          AND (NEW.kind <> 'transferred' OR e.sequence = NEW.sequence - 1 AND e.claim_id = NEW.claim_id
               AND e.component = NEW.component
               AND (e.receivable_id <> NEW.receivable_id OR e.office_id <> NEW.office_id))) THEN
        refusal := 'saiken:two_sides';
    END IF;
    SELECT * INTO booked FROM register_claimbalance b
        WHERE b.claim_id = NEW.claim_id AND b.component = NEW.component FOR UPDATE;
    IF NOT FOUND THEN
        INSERT INTO register_claimbalance
            (claim_id, component, balance_yen, overpayment_recorded, receivable_id, office_id)
        VALUES (NEW.claim_id, NEW.component, 0, FALSE, NEW.receivable_id, NEW.office_id) ON CONFLICT DO NOTHING;
        SELECT * INTO booked FROM register_claimbalance b
            WHERE b.claim_id = NEW.claim_id AND b.component = NEW.component FOR UPDATE;
    END IF;
    IF (booked.receivable_id <> NEW.receivable_id OR booked.office_id <> NEW.office_id)
        AND NOT (NEW.kind = 'transferred' AND NEW.yen > 0) THEN
        refusal := 'saiken:booked_elsewhere';
    END IF;
    change := booked.balance_yen + change;
    IF change < 0 AND change < booked.balance_yen AND NOT NEW.allows_overpayment THEN
        refusal := 'saiken:below_zero';
    ELSIF change > 0 AND (NEW.kind = 'refunded' OR NEW.kind = 'appropriated' AND NEW.yen < 0) THEN
        refusal := 'saiken:more_than_overpaid';
    ELSIF change <> 0 AND NEW.kind = 'transferred' AND NEW.yen < 0 THEN
        refusal := 'saiken:partial_transfer';
    END IF;
    IF refusal IS NOT NULL THEN
        RAISE EXCEPTION '%', refusal USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    UPDATE register_claimbalance SET
        balance_yen = change,
        overpayment_recorded = (overpayment_recorded OR NEW.allows_overpayment) AND change < 0,
        receivable_id = NEW.receivable_id, office_id = NEW.office_id
    WHERE claim_id = NEW.claim_id AND component = NEW.component;
    RETURN NULL;
END $$
-- next
CREATE TRIGGER saiken_entry AFTER INSERT ON register_entry FOR EACH ROW EXECUTE FUNCTION saiken_entry()
-- next
-- A conclusion or a reversal answers a plain event of the same claim and kind that still counts.
CREATE OR REPLACE FUNCTION saiken_case_event_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.concludes_id IS NOT NULL OR NEW.reverses_id IS NOT NULL) AND NOT EXISTS (
        SELECT 1 FROM register_caseevent e
        WHERE e.id = COALESCE(NEW.concludes_id, NEW.reverses_id) AND e.claim_id = NEW.claim_id AND e.kind = NEW.kind
          AND e.concludes_id IS NULL AND e.reverses_id IS NULL AND (NEW.concludes_id IS NULL OR e."on" <= NEW."on")
          AND NOT EXISTS (SELECT 1 FROM register_caseevent r WHERE r.reverses_id = e.id AND r.id <> NEW.id)) THEN
        RAISE EXCEPTION 'saiken:case_event_answer' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$
-- next
CREATE TRIGGER saiken_case_event_answer AFTER INSERT ON register_caseevent
    FOR EACH ROW EXECUTE FUNCTION saiken_case_event_answer()
