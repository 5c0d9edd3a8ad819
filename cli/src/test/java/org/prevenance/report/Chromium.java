package org.prevenance.report;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A browser for tests: the machine's own Chromium, steered by Playwright on the machine's own Node. Nothing is
/// downloaded.
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        String chromium = onPath(NAMES, "PREVENANCE_CHROMIUM", "On Debian: apt-get install chromium");
        String node = onPath(List.of("node", "nodejs"), "PLAYWRIGHT_NODEJS_PATH", "On Debian: apt-get install nodejs");
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_NODEJS_PATH", node, "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(chromium))
                        .setChromiumSandbox(false));
    }

    Browser browser() {
        return browser;
    }

    private static String onPath(List<String> names, String variable, String advice) {
        String named = System.getenv(variable);
        if (named != null) {
            return named;
        }
        Optional<Path> found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        return found.orElseThrow(() -> new AssertionError(
                        "The tests of the report page need one of %s on the PATH, or its path in %s.\nMaybe install it. %s"
                                .formatted(names, variable, advice)))
                .toString();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
