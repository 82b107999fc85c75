package dev.latchkey.mail.smtp;

import static dev.latchkey.mail.smtp.SampleLetters.letter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.mail.Delivery;
import dev.latchkey.domain.port.Unavailable;
import dev.latchkey.testkit.time.SettableClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A server with a certificate for `localhost` and for nothing else.
@Tag("C164")
@Timeout(60)
class SmtpTlsTest {
  private static final char[] PASSWORD = "for-tests-only".toCharArray();
  private static final AtomicInteger MESSAGES = new AtomicInteger();

  private static SSLServerSocket socket;
  private static SSLSocketFactory trusting;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    var context = context(keys(folder.resolve("keys.p12")));
    trusting = context.getSocketFactory();
    socket = (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0);
    Thread.ofVirtual().start(SmtpTlsTest::serve);
  }

  @AfterAll
  static void stop() throws IOException {
    socket.close();
  }

  @Test
  void sendsToAServerThatProvesItsName() {
    assertThat(mailer("localhost", trusting).send(letter())).isEqualTo(new Delivery.Accepted());
  }

  @Test
  void sendsNothingToAServerOfAnotherName() {
    var before = MESSAGES.get();

    assertThatThrownBy(() -> mailer("127.0.0.1", trusting).send(letter()))
        .isInstanceOf(Unavailable.class);
    assertThat(MESSAGES).hasValue(before);
  }

  @Test
  void sendsNothingToAServerThatNobodyVouchesFor() {
    var before = MESSAGES.get();

    assertThatThrownBy(() -> mailer("localhost", null).send(letter()))
        .isInstanceOf(Unavailable.class);
    assertThat(MESSAGES).hasValue(before);
  }

  private static SmtpMailer mailer(String host, @Nullable SSLSocketFactory tls) {
    return new SmtpMailer(
        SmtpServer.parse("smtps://" + host + ":" + socket.getLocalPort()),
        "no-reply@id.example.test",
        new SettableClock(),
        Duration.ofSeconds(30),
        tls);
  }

  private static void serve() {
    try {
      while (true) {
        var client = socket.accept();
        Thread.ofVirtual()
            .start(() -> {
              try (client) {
                converse(client.getInputStream(), client.getOutputStream());
              } catch (IOException refused) {
                // As a client does that does not trust us.
              }
            });
      }
    } catch (IOException closed) {
      // As it is at the end.
    }
  }

  private static void converse(InputStream in, OutputStream out) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
    out.write("220 ready\r\n".getBytes(StandardCharsets.ISO_8859_1));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.equals("DATA")) {
        out.write("354 go ahead\r\n".getBytes(StandardCharsets.ISO_8859_1));
        while (line != null && !line.equals(".")) {
          line = lines.readLine();
        }
        MESSAGES.incrementAndGet();
      }
      out.write("250 fine\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private static KeyStore keys(Path file) throws Exception {
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var status =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "smtp",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    assertThat(status).isZero();
    try (var in = Files.newInputStream(file)) {
      var keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD);
      return keys;
    }
  }

  private static SSLContext context(KeyStore keys) throws Exception {
    var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(keys);
    var context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }
}
