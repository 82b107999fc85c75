-- Whoever changes a live session, or what a live session shows of its user, tells every node with
-- the commit, by whatever way the change is made. Nodes forget what they knew of them.
--
-- A refresh and a log-in tell nothing: they only prolong a session and note a log-in, they are
-- frequent, and transactions that notify commit one after the other.

CREATE FUNCTION auth.tell_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_catalog.pg_notify('latchkey', 'session ' || OLD.id);
  RETURN NULL;
END
$$;

CREATE FUNCTION auth.tell_user() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_catalog.pg_notify('latchkey', 'user ' || OLD.id);
  RETURN NULL;
END
$$;

CREATE FUNCTION auth.tell_all() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_catalog.pg_notify('latchkey', 'all');
  RETURN NULL;
END
$$;

CREATE TRIGGER session_changed
  AFTER UPDATE OF user_id, created_at, expires_at, revoked_at, user_agent, ip ON auth.session
  FOR EACH ROW WHEN (OLD.revoked_at IS NULL)
  EXECUTE FUNCTION auth.tell_session();

-- A refresh writes this column too, but only moves it on.
CREATE TRIGGER session_shortened AFTER UPDATE OF idle_until ON auth.session
  FOR EACH ROW WHEN (OLD.revoked_at IS NULL AND NEW.idle_until < OLD.idle_until)
  EXECUTE FUNCTION auth.tell_session();

-- Those that ran out long since, as nodes' clocks go, are removed in silence.
CREATE TRIGGER session_deleted AFTER DELETE ON auth.session
  FOR EACH ROW WHEN (OLD.revoked_at IS NULL AND OLD.expires_at > now() - interval '1 hour')
  EXECUTE FUNCTION auth.tell_session();

CREATE TRIGGER session_truncated AFTER TRUNCATE ON auth.session
  FOR EACH STATEMENT EXECUTE FUNCTION auth.tell_all();

-- All that a node shows or goes by, but for last_login.
CREATE TRIGGER users_changed
  AFTER UPDATE OF email, username, name, image_url, role, is_active, is_verified, created_at,
    updated_at, version ON auth.users
  FOR EACH ROW EXECUTE FUNCTION auth.tell_user();

CREATE TRIGGER users_deleted AFTER DELETE ON auth.users
  FOR EACH ROW EXECUTE FUNCTION auth.tell_user();
