package dev.latchkey.bootstrap.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {
  @TempDir Path folder;

  @Test
  void canBeReadByItsOwnerOnly() throws IOException {
    var file = folder.resolve("users.ndjson");

    PrivateFile.write(file, writer -> writer.write("zoë\n"));

    assertThat(file).hasContent("zoë\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(folder).isDirectoryContaining(file::equals);
  }

  @Test
  void takesTheNameOfNoOther() throws IOException {
    var file = Files.writeString(folder.resolve("users.ndjson"), "old");

    assertThatThrownBy(() -> PrivateFile.write(file, writer -> writer.write("new")))
        .isInstanceOf(FileAlreadyExistsException.class);

    assertThat(file).hasContent("old");
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
  }

  @Test
  void leavesNothingWhereItIsNotFinished() {
    var file = folder.resolve("users.ndjson");

    assertThatThrownBy(() ->
            PrivateFile.write(
                file,
                writer -> {
                  writer.write("half");
                  throw new IllegalStateException("cut off");
                }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(folder).isEmptyDirectory();
  }
}
