-- A user's live sessions, without those that ended and are still kept: a program that logs in again
-- and again leaves millions of them, which each of its log-ins would read.
CREATE INDEX IF NOT EXISTS session_live ON auth.session (user_id) WHERE revoked_at IS NULL;
