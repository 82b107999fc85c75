package dev.latchkey.bootstrap.key;

import dev.latchkey.bootstrap.command.StartFailure;
import dev.latchkey.bootstrap.settings.Deployment;
import dev.latchkey.bootstrap.settings.EncryptionKey;
import dev.latchkey.bootstrap.settings.Settings;
import dev.latchkey.bootstrap.transfer.PrivateFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/// The key that seals private keys where nobody has set one: made once, in a file beside the
/// embedded database that only its owner can read.
public final class EncryptionKeyFile {
  private static final String NAME = "key-encryption-key";
  private static final int BYTES = 32;

  private EncryptionKeyFile() {}

  /// The key in the file of this deployment; made where there is none, on trial only and only where
  /// keys are to be sealed. Empty where there is none.
  ///
  /// @throws StartFailure where the file cannot be read or written
  public static Optional<EncryptionKey> of(Settings settings) {
    var file = settings.home().resolve(NAME);
    var isOnTrial = settings.deployment() == Deployment.DEV;
    try {
      if (isOnTrial && settings.tokens().wantsKeyPairs() && !Files.exists(file)) {
        make(file);
      }
      // A command is right on the embedded database whatever it is told of the algorithm.
      return Files.exists(file) && (isOnTrial || settings.database() == null)
          ? Optional.of(read(file))
          : Optional.empty();
    } catch (IOException e) {
      throw new StartFailure(
          "The file %s cannot be used (%s). Mend it, or set KEY_ENCRYPTION_KEY."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static EncryptionKey read(Path file) throws IOException {
    return EncryptionKey.parse(Files.readString(file).strip())
        .orElseThrow(() -> new IOException("it does not hold 32 bytes in base64"));
  }

  private static void make(Path file) throws IOException {
    var random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    var text = Base64.getEncoder().encodeToString(random) + "\n";
    Files.createDirectories(file.getParent());
    try {
      PrivateFile.write(file, writer -> writer.write(text));
    } catch (FileAlreadyExistsException anotherNode) {
      // Its key is as good as ours.
    }
  }
}
