-- Services that ask in their own name. Their ids are written where those of users are too, so none
-- looks like a UUID; 'latchkey' stands for people who log in here.
CREATE TABLE auth.client (
  id text COLLATE "C" PRIMARY KEY,
  name text NOT NULL,
  scope text COLLATE "C" NOT NULL,
  is_active boolean NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT client_id_form CHECK (
    id ~ '^[a-z][a-z0-9-]{1,47}$'
    AND id !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    AND id <> 'latchkey'
  ),
  CONSTRAINT client_name_length CHECK (char_length(name) BETWEEN 1 AND 100),
  CONSTRAINT client_scope_form CHECK (
    char_length(scope) <= 2111 AND scope ~ '^([!#-[\]-~]+( [!#-[\]-~]+)*)?$'
  )
);

-- A secret has 256 bits of chance, so a plain SHA-256 is enough. Two places: the one in use, and
-- the one that takes over from it.
CREATE TABLE auth.client_secret (
  id uuid PRIMARY KEY,
  client_id text COLLATE "C" NOT NULL REFERENCES auth.client ON DELETE CASCADE,
  place smallint NOT NULL,
  digest bytea NOT NULL,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz,
  CONSTRAINT client_secret_place_key UNIQUE (client_id, place),
  CONSTRAINT client_secret_at_most_two CHECK (place IN (1, 2)),
  CONSTRAINT client_secret_digest_length CHECK (octet_length(digest) = 32)
);

-- Tokens of clients that were revoked before they ran out.
CREATE TABLE auth.revoked_token (
  jti uuid PRIMARY KEY,
  client_id text COLLATE "C" NOT NULL REFERENCES auth.client ON DELETE CASCADE,
  expires_at timestamptz NOT NULL
);

CREATE INDEX revoked_token_client_id ON auth.revoked_token (client_id);
CREATE INDEX revoked_token_expires_at ON auth.revoked_token (expires_at);
