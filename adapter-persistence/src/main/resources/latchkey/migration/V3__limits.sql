-- Counters of attempts. A key is the SHA-256 of a limit and of whom it is for. Most updates leave
-- resets_at alone and so stay within their page.
CREATE TABLE auth.rate_limit (
  key bytea PRIMARY KEY,
  hits integer NOT NULL,
  open_at timestamptz NOT NULL,
  resets_at timestamptz NOT NULL,
  CONSTRAINT rate_limit_key_length CHECK (octet_length(key) = 32),
  CONSTRAINT rate_limit_hits_count CHECK (hits >= 0),
  CONSTRAINT rate_limit_opens_before_it_resets CHECK (open_at <= resets_at)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);

CREATE INDEX rate_limit_resets_at ON auth.rate_limit (resets_at);

-- The network that a session was opened from: a /24 or a /64, which the user is known from.
ALTER TABLE auth.session ADD COLUMN network text COLLATE "C",
  ADD CONSTRAINT session_network_length CHECK (char_length(network) <= 64);

CREATE INDEX session_user_network ON auth.session (user_id, network, created_at);
DROP INDEX auth.session_user_id;
