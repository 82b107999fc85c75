package dev.latchkey.persistence.user;

import dev.latchkey.persistence.KeptInPostgres;
import dev.latchkey.testkit.consequence.ConsequencesContract;
import dev.latchkey.testkit.user.UserStoreContract;

class JdbcUserStoreTest extends KeptInPostgres implements UserStoreContract, ConsequencesContract {}
