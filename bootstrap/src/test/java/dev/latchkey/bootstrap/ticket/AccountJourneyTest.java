package dev.latchkey.bootstrap.ticket;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import dev.latchkey.bootstrap.fault.ServiceProcess;
import dev.latchkey.bootstrap.postgres.EmbeddedDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A person who registers, confirms the address, forgets the password and sets a new one, with a
/// browser and the mailbox for development alone; and an admin who sees it in the audit.
@Timeout(300)
class AccountJourneyTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final String EMAIL = "ada@example.org";
  private static final String PASSWORD = "plum-kettle-orbit";
  private static final String RENEWED = "walnut-otter-violin";
  private static final String ADMIN = "root@example.org";
  private static final String VERIFICATION = "Confirm your address for Latchkey";
  private static final String RESET = "Choose a new password for Latchkey";

  private final List<String> complaints = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();

  @Test
  @Tag("C091")
  void aPersonConfirmsTheAddressAndSetsANewPassword(@TempDir Path home) {
    assumeTrue(Files.isExecutable(CHROMIUM), "There is no " + CHROMIUM + " to drive.");
    var port = ServiceProcess.freePort();
    var url = "http://localhost:" + port;
    try (var database = EmbeddedDatabase.start(home);
        var service = ServiceProcess.start(settings(database, port, url));
        var playwright = Playwright.create(withoutDownload());
        var chromium = launch(playwright)) {
      var page = watched(chromium);
      service.browser().register(EMAIL, PASSWORD);

      openMail(page, url, VERIFICATION);
      confirm(page, url);

      var session = service.browser().logIn(EMAIL, PASSWORD);
      assertThat(session.body()).contains("\"is_verified\":true");
      forget(page, url);
      openMail(page, url, RESET);
      reset(page);
      assertThat(service.browser().me(session.accessToken()).status()).isEqualTo(401);
      assertThat(service.browser().logIn(EMAIL, PASSWORD).status()).isEqualTo(401);
      assertThat(service.browser().logIn(EMAIL, RENEWED).status()).isEqualTo(200);
      openMail(page, url, RESET);
      refuse(page);
      assertIsInTheAudit(service);
      assertThat(complaints).allMatch(complaint -> complaint.contains("status of 400"));
      assertThat(requests)
          .isNotEmpty()
          .allMatch(request -> request.startsWith(url + "/"))
          .noneMatch(request -> request.contains("token="));
    }
  }

  /// Follows the link of the mail with this subject as soon as the mail is there.
  private static void openMail(Page page, String url, String subject) {
    var mail =
        page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(subject));
    page.navigate(url + "/dev/mail");
    while (mail.count() == 0) {
      page.waitForTimeout(100);
      page.reload();
    }
    assertThat(mail).hasCount(1);
    mail.getByText("open its link").click();
  }

  private static void confirm(Page page, String url) {
    assertThat(page).hasURL(url + "/account/verify-email");
    page.screenshot(picture("verify-email"));
    press(page, "Confirm the address");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("Done");
  }

  private static void forget(Page page, String url) {
    page.navigate(url + "/account/reset-password");
    page.getByLabel("E-mail address").fill(EMAIL);
    press(page, "Send a link");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("a mail is on its way");
  }

  private static void reset(Page page) {
    page.getByLabel("New password").fill("password1");
    press(page, "Set the password");
    assertThat(page.locator("#faults li")).hasCount(1);
    page.screenshot(picture("reset-password"));
    page.getByLabel("Show the password").check();
    assertThat(page.locator("#password")).hasAttribute("type", "text");
    page.getByLabel("New password").fill(RENEWED);
    press(page, "Set the password");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("Done");
  }

  private static void refuse(Page page) {
    page.getByLabel("New password").fill(PASSWORD);
    press(page, "Set the password");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("no longer, good");
    assertThat(page.getByLabel("E-mail address")).isVisible();
    page.screenshot(picture("reset-password-again"));
  }

  private static void assertIsInTheAudit(ServiceProcess service) {
    var admin = service.browser().logIn(ADMIN, PASSWORD).accessToken();

    assertThat(service.browser().get("/audit?limit=100", admin).body())
        .containsSubsequence(
            "\"password_reset.done\"",
            "\"password_reset.requested\"",
            "\"email_verification.done\"",
            "\"user.registered\"");
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
  }

  private static Map<String, String> settings(EmbeddedDatabase database, int port, String url) {
    var settings = new HashMap<>(ServiceProcess.on(database.access()));
    settings.put("PORT", Integer.toString(port));
    settings.put("PUBLIC_URL", url);
    settings.put("BOOTSTRAP_ADMIN_EMAIL", ADMIN);
    settings.put("BOOTSTRAP_ADMIN_PASSWORD", PASSWORD);
    return settings;
  }

  private static Playwright.CreateOptions withoutDownload() {
    return new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
  }

  private static Browser launch(Playwright playwright) {
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(CHROMIUM)
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
  }

  /// A page that notes what the browser complains of and what it asks for.
  private Page watched(Browser browser) {
    var page = browser.newPage(new Browser.NewPageOptions().setViewportSize(480, 720));
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      if (List.of("error", "warning").contains(message.type())) {
        complaints.add(message.text());
      }
    });
    page.onRequest(request -> {
      if (!request.url().startsWith("about:")) {
        requests.add(request.url().replaceFirst("#.*", ""));
      }
    });
    return page;
  }

  /// For whoever wants to see the page.
  private static Page.ScreenshotOptions picture(String name) {
    return new Page.ScreenshotOptions().setPath(Path.of("target", name + ".png"));
  }
}
