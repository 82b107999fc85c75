package dev.latchkey.bootstrap.docs;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tries the service out in a browser, as a person does on the page `/docs`.
class DocsPageTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final String EMAIL = "ada@example.org";
  private static final String PASSWORD = "plum-kettle-orbit";

  private final List<String> complaints = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private final List<String> clientCredentials = new ArrayList<>();

  @Test
  void aPersonLogsInOnThePageAndSeesThemselves(@TempDir Path home) throws Exception {
    assumeTrue(Files.isExecutable(CHROMIUM), "There is no " + CHROMIUM + " to drive.");
    try (var service = RunningService.start(home);
        var playwright = Playwright.create(withoutDownload());
        var browser = launch(playwright)) {
      register(service);
      var page = watched(browser);

      page.navigate(service.url() + "/docs");
      logIn(page);
      var answer = showMe(page);

      assertThat(answer).containsText("\"email\": \"" + EMAIL + "\"");
      answer.scrollIntoViewIfNeeded();
      page.screenshot(picture());
      assertThat(complaints).isEmpty();
      assertThat(clientCredentials).isEmpty();
      assertThat(requests).isNotEmpty().allMatch(url -> url.startsWith(service.url() + "/"));
    }
  }

  private static void logIn(Page page) {
    page.locator("button.authorize").first().click();
    page.locator("#oauth_username").fill(EMAIL);
    page.locator("#oauth_password").fill(PASSWORD);
    page.locator(".modal-ux button[aria-label='Apply given OAuth2 credentials']").click();
    assertThat(page.locator(".modal-ux")).containsText("Authorized");
    page.locator(".modal-ux button.btn-done").first().click();
  }

  private static Locator showMe(Page page) {
    var call =
        page.locator(".opblock-get")
            .filter(new Locator.FilterOptions().setHas(page.locator("[data-path='/auth/me']")));
    call.locator(".opblock-summary-control").click();
    call.locator("button.execute").click();
    return call.locator(".live-responses-table .highlight-code").first();
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

  /// A page that notes what the browser complains of (a breach of the content security policy is an
  /// error on its console) and what it asks for.
  private Page watched(Browser browser) {
    var page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 1000));
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      if (List.of("error", "warning").contains(message.type())) {
        complaints.add(message.text());
      }
    });
    page.onRequest(request -> {
      if (!request.url().startsWith("data:")) {
        requests.add(request.url());
      }
      if (request.headers().getOrDefault("authorization", "").startsWith("Basic")) {
        clientCredentials.add(request.url());
      }
    });
    return page;
  }

  /// For whoever wants to see the page.
  private static Page.ScreenshotOptions picture() {
    return new Page.ScreenshotOptions().setPath(Path.of("target", "docs-page.png"));
  }

  private static void register(RunningService service) throws Exception {
    var body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(EMAIL, PASSWORD);
    var request =
        HttpRequest.newBuilder(URI.create(service.url() + "/auth/register"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var response = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(201);
    }
  }
}
