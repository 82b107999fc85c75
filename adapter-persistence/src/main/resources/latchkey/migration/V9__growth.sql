-- Lists of one role or state, in order of time. Each state of each role is a stretch of this index
-- that a list walks from its newest or its oldest. The time is written so that no other index gives
-- its order: users_created_at would, and walk past millions for the few that are asked for.
CREATE INDEX IF NOT EXISTS users_state ON auth.users
  (role, is_active, is_verified, (created_at AT TIME ZONE 'UTC'), id);

-- Who logged in lately. An index on the users' last_login would move their row in every other
-- index at each log-in.
CREATE INDEX IF NOT EXISTS session_created_at ON auth.session (created_at, user_id);

-- How many users there are of each role and state: the sum of the rows. A change appends its own,
-- so that no writer waits for another, and now and then one adds up those that nobody else holds.
CREATE TABLE auth.users_counted (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  role text COLLATE "C" NOT NULL,
  is_active boolean NOT NULL,
  is_verified boolean NOT NULL,
  users bigint NOT NULL
);

-- These run with the rights of whoever owns the tables: the service itself needs none to count.
CREATE FUNCTION auth.count_users() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    DELETE FROM auth.users_counted;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO auth.users_counted (role, is_active, is_verified, users)
    VALUES (OLD.role, OLD.is_active, OLD.is_verified, -1),
      (NEW.role, NEW.is_active, NEW.is_verified, 1);
  ELSE
    INSERT INTO auth.users_counted (role, is_active, is_verified, users)
    SELECT role, is_active, is_verified, CASE TG_OP WHEN 'INSERT' THEN count(*) ELSE -count(*) END
    FROM changed GROUP BY role, is_active, is_verified;
  END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION auth.sum_users_counted() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  WITH held AS (
    SELECT id FROM auth.users_counted FOR UPDATE SKIP LOCKED
  ), taken AS (
    DELETE FROM auth.users_counted c USING held WHERE c.id = held.id RETURNING c.*
  )
  INSERT INTO auth.users_counted (role, is_active, is_verified, users)
  SELECT role, is_active, is_verified, sum(users) FROM taken GROUP BY role, is_active, is_verified;
  RETURN NULL;
END
$$;

-- Puts the counts right where users were loaded past the triggers. One statement sees users and
-- counts of one moment, so nobody has to wait meanwhile.
CREATE FUNCTION auth.recount_users() RETURNS void LANGUAGE sql AS $$
  INSERT INTO auth.users_counted (role, is_active, is_verified, users)
  SELECT role, is_active, is_verified, sum(users) FROM (
    SELECT role, is_active, is_verified, count(*) AS users FROM auth.users GROUP BY 1, 2, 3
    UNION ALL
    SELECT role, is_active, is_verified, -users FROM auth.users_counted
  ) difference
  GROUP BY role, is_active, is_verified HAVING sum(users) <> 0
$$;

REVOKE ALL ON FUNCTION auth.count_users(), auth.sum_users_counted(), auth.recount_users()
  FROM PUBLIC;

CREATE TRIGGER users_counted_added AFTER INSERT ON auth.users
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION auth.count_users();

CREATE TRIGGER users_counted_removed AFTER DELETE ON auth.users
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION auth.count_users();

CREATE TRIGGER users_counted_emptied AFTER TRUNCATE ON auth.users
  FOR EACH STATEMENT EXECUTE FUNCTION auth.count_users();

-- No log-in comes here: it writes none of these columns.
CREATE TRIGGER users_counted_moved AFTER UPDATE OF role, is_active, is_verified ON auth.users
  FOR EACH ROW
  WHEN ((OLD.role, OLD.is_active, OLD.is_verified)
    IS DISTINCT FROM (NEW.role, NEW.is_active, NEW.is_verified))
  EXECUTE FUNCTION auth.count_users();

-- Triggers of one kind run in the order of their names: these come last.
CREATE TRIGGER users_counted_summed AFTER INSERT OR DELETE ON auth.users
  FOR EACH STATEMENT WHEN (random() < 0.03) EXECUTE FUNCTION auth.sum_users_counted();

CREATE TRIGGER users_counted_summed_moved AFTER UPDATE OF role, is_active, is_verified ON auth.users
  FOR EACH STATEMENT WHEN (random() < 0.03) EXECUTE FUNCTION auth.sum_users_counted();

SELECT auth.recount_users();
