-- What happened. It points to users and sessions without foreign keys, so that erasing a user does
-- not erase the history.
CREATE TABLE auth.audit (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  kind text COLLATE "C" NOT NULL,
  actor_id uuid,
  user_id uuid,
  session_id uuid,
  request_id text,
  ip text,
  user_agent text,
  detail text,
  CONSTRAINT audit_kind_form CHECK (kind ~ '^[a-z_]+[.][a-z_]+$' AND char_length(kind) <= 64),
  CONSTRAINT audit_request_id_length CHECK (char_length(request_id) <= 64),
  CONSTRAINT audit_ip_length CHECK (char_length(ip) <= 64),
  CONSTRAINT audit_user_agent_length CHECK (char_length(user_agent) <= 256),
  CONSTRAINT audit_detail_length CHECK (char_length(detail) <= 256)
);

CREATE INDEX audit_user_id ON auth.audit (user_id, id) WHERE user_id IS NOT NULL;
CREATE INDEX audit_actor_id ON auth.audit (actor_id, id) WHERE actor_id IS NOT NULL;
CREATE INDEX audit_kind ON auth.audit (kind, id);

-- One row for each right that is good once: redeeming deletes it, a newer one takes its place.
CREATE TABLE auth.ticket (
  user_id uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE,
  purpose text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  digest bytea NOT NULL,
  email text NOT NULL,
  password_hash text,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, purpose),
  CONSTRAINT ticket_digest_key UNIQUE (digest),
  CONSTRAINT ticket_digest_length CHECK (octet_length(digest) = 32),
  CONSTRAINT ticket_purpose_form CHECK (purpose ~ '^[A-Z_]{1,32}$'),
  CONSTRAINT ticket_expires_later CHECK (expires_at > created_at)
);

CREATE INDEX ticket_expires_at ON auth.ticket (expires_at);

-- Mails that wait to be sent, and for a while those that were. None holds the secret of its ticket.
CREATE TABLE auth.outbox (
  id uuid PRIMARY KEY,
  kind text COLLATE "C" NOT NULL,
  recipient text NOT NULL,
  user_id uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE,
  name text,
  ticket_id uuid,
  ip text,
  user_agent text,
  created_at timestamptz NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL,
  sent_at timestamptz,
  failed_at timestamptz,
  last_error text,
  CONSTRAINT outbox_kind_form CHECK (kind ~ '^[A-Z_]{1,32}$'),
  CONSTRAINT outbox_attempts_count CHECK (attempts >= 0),
  CONSTRAINT outbox_ends_once CHECK (sent_at IS NULL OR failed_at IS NULL),
  CONSTRAINT outbox_last_error_length CHECK (char_length(last_error) <= 256)
);

CREATE INDEX outbox_waiting ON auth.outbox (next_attempt_at)
  WHERE sent_at IS NULL AND failed_at IS NULL;
CREATE INDEX outbox_user_id ON auth.outbox (user_id);
