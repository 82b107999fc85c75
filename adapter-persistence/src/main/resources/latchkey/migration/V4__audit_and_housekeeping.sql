-- The audit is read newest first, by time. An event's id only tells those of one moment apart.
DROP INDEX auth.audit_user_id;
DROP INDEX auth.audit_actor_id;
DROP INDEX auth.audit_kind;
CREATE INDEX audit_at ON auth.audit (at, id);
CREATE INDEX audit_user_id ON auth.audit (user_id, at, id) WHERE user_id IS NOT NULL;
CREATE INDEX audit_actor_id ON auth.audit (actor_id, at, id) WHERE actor_id IS NOT NULL;
CREATE INDEX audit_kind ON auth.audit (kind, at, id);

-- What was appended stays as it is. A purge may take a row's device away; the retention below may
-- take rows that are older than a month.
CREATE FUNCTION auth.keep_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.ip IS NULL AND NEW.user_agent IS NULL THEN
      OLD.ip := NULL;
      OLD.user_agent := NULL;
      IF NEW IS NOT DISTINCT FROM OLD THEN
        RETURN NEW;
      END IF;
    END IF;
  ELSIF TG_OP = 'DELETE' THEN
    IF current_setting('latchkey.audit_retention', true) = 'on'
        AND OLD.at < now() - interval '30 days' THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION 'the audit is append-only' USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON auth.audit
  FOR EACH ROW EXECUTE FUNCTION auth.keep_audit();

CREATE TRIGGER audit_not_truncated BEFORE TRUNCATE ON auth.audit
  FOR EACH STATEMENT EXECUTE FUNCTION auth.keep_audit();

-- Removes some of what was kept long enough, with the rights of whoever owns the tables, so that
-- the service itself needs none to delete from the audit.
CREATE FUNCTION auth.remove_old_audit(kept_since timestamptz, at_most int) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  removed int;
BEGIN
  PERFORM set_config('latchkey.audit_retention', 'on', true);
  DELETE FROM auth.audit WHERE id IN (
    SELECT id FROM auth.audit WHERE at < least(kept_since, now() - interval '30 days')
    ORDER BY at, id LIMIT at_most FOR UPDATE SKIP LOCKED
  );
  GET DIAGNOSTICS removed = ROW_COUNT;
  PERFORM set_config('latchkey.audit_retention', 'off', true);
  RETURN removed;
END
$$;

REVOKE ALL ON FUNCTION auth.remove_old_audit(timestamptz, int) FROM PUBLIC;

CREATE INDEX outbox_done_at ON auth.outbox ((coalesce(sent_at, failed_at)))
  WHERE coalesce(sent_at, failed_at) IS NOT NULL;
