package dev.latchkey.testkit.audit;

/// What every audit keeps to. A test class of an adapter implements this and inherits the tests.
public interface AuditLogContract extends AuditSearchContract, AuditSamplingContract {}
