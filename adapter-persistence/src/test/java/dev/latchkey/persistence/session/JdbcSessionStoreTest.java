package dev.latchkey.persistence.session;

import dev.latchkey.persistence.KeptInPostgres;
import dev.latchkey.testkit.session.SessionStoreContract;

class JdbcSessionStoreTest extends KeptInPostgres implements SessionStoreContract {}
