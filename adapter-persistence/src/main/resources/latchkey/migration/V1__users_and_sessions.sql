-- Rules that must hold whoever writes: an application, a script or a person at psql. Text that is
-- compared has collation "C", so that order and equality are those of its bytes on every server.

CREATE TABLE auth.users (
  id uuid PRIMARY KEY,
  email text NOT NULL,
  email_canonical text COLLATE "C" NOT NULL,
  username text COLLATE "C",
  name text,
  -- The name in lower case, written by the application: lower() depends on the server's locale.
  name_folded text COLLATE "C",
  image_url text,
  role text COLLATE "C" NOT NULL,
  is_active boolean NOT NULL,
  is_verified boolean NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  last_login timestamptz,
  version bigint NOT NULL,
  password_hash text,
  CONSTRAINT users_email_canonical_key UNIQUE (email_canonical),
  CONSTRAINT users_username_key UNIQUE (username),
  CONSTRAINT users_email_length CHECK (char_length(email) <= 1016),
  CONSTRAINT users_email_canonical_form CHECK (
    octet_length(email_canonical) <= 254
    AND email_canonical ~ '^[!-~]+@[!-~]+$'
    AND email_canonical = lower(email_canonical)
  ),
  CONSTRAINT users_username_form CHECK (
    username ~ '^[a-z0-9][a-z0-9._-]{1,30}[a-z0-9]$' AND username !~ '[.][.]'
  ),
  CONSTRAINT users_name_length CHECK (char_length(name) BETWEEN 1 AND 100),
  CONSTRAINT users_name_folded CHECK ((name IS NULL) = (name_folded IS NULL)),
  CONSTRAINT users_image_url_form CHECK (image_url ~* '^https://' AND char_length(image_url) <= 2048),
  CONSTRAINT users_role_form CHECK (role ~ '^[a-z][a-z0-9_-]{0,31}$'),
  CONSTRAINT users_version_counts CHECK (version >= 0),
  CONSTRAINT users_password_hash_length CHECK (octet_length(password_hash) BETWEEN 1 AND 512)
) WITH (fillfactor = 90);

CREATE INDEX users_created_at ON auth.users (created_at, id);
CREATE INDEX users_name_folded ON auth.users (name_folded) WHERE name_folded IS NOT NULL;
CREATE INDEX users_active_admins ON auth.users (id) WHERE role = 'admin' AND is_active;

-- Whoever takes an active admin away waits here for others who do, and then counts what they left.
CREATE FUNCTION auth.keep_an_active_admin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('auth.keep_an_active_admin', 0));
  IF NOT EXISTS (SELECT FROM auth.users WHERE role = 'admin' AND is_active) THEN
    RAISE EXCEPTION 'the last active admin stays'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'users_active_admin';
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER users_active_admin_updated AFTER UPDATE OF role, is_active ON auth.users
  FOR EACH ROW
  WHEN (OLD.role = 'admin' AND OLD.is_active AND NOT (NEW.role = 'admin' AND NEW.is_active))
  EXECUTE FUNCTION auth.keep_an_active_admin();

CREATE TRIGGER users_active_admin_deleted AFTER DELETE ON auth.users
  FOR EACH ROW
  WHEN (OLD.role = 'admin' AND OLD.is_active)
  EXECUTE FUNCTION auth.keep_an_active_admin();

-- No index on what a refresh writes: such updates stay within their page.
CREATE TABLE auth.session (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  idle_until timestamptz NOT NULL,
  revoked_at timestamptz,
  revoke_reason text,
  user_agent text,
  ip text,
  CONSTRAINT session_expires_later CHECK (expires_at > created_at),
  CONSTRAINT session_revoked_with_reason CHECK ((revoked_at IS NULL) = (revoke_reason IS NULL)),
  CONSTRAINT session_revoke_reason_form CHECK (revoke_reason ~ '^[A-Z_]{1,32}$'),
  CONSTRAINT session_user_agent_length CHECK (char_length(user_agent) <= 256),
  CONSTRAINT session_ip_length CHECK (char_length(ip) <= 64)
) WITH (fillfactor = 70);

CREATE INDEX session_user_id ON auth.session (user_id);
CREATE INDEX session_expires_at ON auth.session (expires_at);
CREATE INDEX session_revoked_at ON auth.session (revoked_at) WHERE revoked_at IS NOT NULL;

CREATE TABLE auth.refresh_token (
  jti uuid PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES auth.session ON DELETE CASCADE,
  generation bigint NOT NULL,
  token_hash bytea NOT NULL,
  issued_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  key_id text NOT NULL,
  rotated_at timestamptz,
  CONSTRAINT refresh_token_generation_key UNIQUE (session_id, generation),
  CONSTRAINT refresh_token_generation_counts CHECK (generation >= 0),
  CONSTRAINT refresh_token_hash_length CHECK (octet_length(token_hash) = 32),
  CONSTRAINT refresh_token_key_id_length CHECK (char_length(key_id) BETWEEN 1 AND 128)
);

CREATE UNIQUE INDEX refresh_token_one_unspent ON auth.refresh_token (session_id)
  WHERE rotated_at IS NULL;

CREATE TABLE auth.secret (
  name text COLLATE "C" PRIMARY KEY,
  value bytea NOT NULL,
  CONSTRAINT secret_name_form CHECK (char_length(name) BETWEEN 1 AND 128),
  CONSTRAINT secret_value_length CHECK (octet_length(value) BETWEEN 1 AND 65536)
);
