package dev.latchkey.bootstrap.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/// Prints the schema for those who run their own migrations.
@Command(
    name = "export-schema",
    description = "Prints the SQL of the schema, for those who run their own migrations.",
    mixinStandardHelpOptions = true)
public final class ExportSchemaCommand implements Callable<Integer> {
  private final Supplier<String> schema;
  private final PrintWriter output;

  public ExportSchemaCommand(Supplier<String> schema, PrintWriter output) {
    this.schema = schema;
    this.output = output;
  }

  @Override
  public Integer call() {
    output.println(schema.get());
    output.flush();
    return ExitStatus.DONE;
  }
}
