-- Keys by which programs act for people. Of a key itself only the SHA-256 is kept.
CREATE TABLE auth.api_key (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE,
  name text NOT NULL,
  -- With a space between them.
  scopes text COLLATE "C" NOT NULL,
  hint text COLLATE "C" NOT NULL,
  digest bytea NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at timestamptz,
  CONSTRAINT api_key_digest_key UNIQUE (digest),
  CONSTRAINT api_key_digest_length CHECK (octet_length(digest) = 32),
  CONSTRAINT api_key_name_length CHECK (char_length(name) BETWEEN 1 AND 100),
  CONSTRAINT api_key_scopes_form CHECK (
    scopes ~ '^([!#-[\]-~]{1,64}( [!#-[\]-~]{1,64})*)?$' AND char_length(scopes) <= 2079
  ),
  CONSTRAINT api_key_hint_form CHECK (char_length(hint) BETWEEN 1 AND 16),
  CONSTRAINT api_key_expires_later CHECK (expires_at > created_at)
) WITH (fillfactor = 90);

CREATE INDEX api_key_user_id ON auth.api_key (user_id);
CREATE INDEX api_key_expires_at ON auth.api_key (expires_at);
CREATE INDEX api_key_revoked_at ON auth.api_key (revoked_at) WHERE revoked_at IS NOT NULL;

-- The key that an event concerns, or was done with.
ALTER TABLE auth.audit ADD COLUMN api_key_id uuid;
