package dev.latchkey.persistence.account;

import dev.latchkey.persistence.KeptInPostgres;
import dev.latchkey.testkit.ticket.TicketStoreContract;

class JdbcTicketStoreTest extends KeptInPostgres implements TicketStoreContract {}
