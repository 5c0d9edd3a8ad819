package org.prevenance.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prevenance.check.CheckResult;
import org.prevenance.signal.Case;
import org.prevenance.signal.Language;

/// The page as a reader meets it, in a real browser. After each test: no error was logged, and nothing but the file
/// itself was asked for.
class ReportPageTest {
    private static Chromium chromium;
    private static final CheckResult SAMPLE = SampleCheck.of(300, 1);

    @TempDir
    Path folder;

    private BrowserContext context;
    private Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @BeforeEach
    void newPage() {
        context = chromium.browser().newContext(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (!message.type().equals("log")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> requests.add(request.url()));
    }

    @AfterEach
    void nothingWentWrong() {
        context.close();
        assertEquals(List.of(), complaints, "the console");
        assertTrue(
                requests.stream().allMatch(url -> url.startsWith("file:") || url.startsWith("data:")),
                () -> "a request left the page: " + requests);
    }

    @Test
    void opensWithWhatIsAtStake() throws IOException {
        open(SAMPLE, "");

        assertThat(page.locator("h1")).hasText("38 153,63 € en jeu");
        assertThat(page.locator("#lead")).containsText("300 dossiers, dont 214 encore ouverts.");
        assertThat(page.locator("#period")).hasText("Du 1er janvier 2024 au 31 décembre 2025");
        assertThat(page.locator("tr.case")).hasCount(50);
        assertThat(page.locator("#chart svg"))
                .hasAttribute(
                        "aria-label",
                        "300\u00a0dossiers, de janvier 2024 à décembre 2025 ; le plus en février 2024 : 19.");
        assertEquals(1, requests.stream().filter(url -> url.startsWith("file:")).count());
    }

    @Test
    void theChartLeavesOutYearsBeforeTheFirstCase() throws IOException {
        Case first = SampleCheck.one("contract/C9", "Équipement rendu.", SampleCheck.euros("120"));
        open(SampleCheck.result(List.of(first), Map.of(), List.of()), "");

        assertThat(page.locator("#period")).hasText("Du 1er janvier 2024 au 31 décembre 2025");
        assertThat(page.locator("#chart svg"))
                .hasAttribute(
                        "aria-label", "1\u00a0dossier, de janvier 2025 à décembre 2025 ; le plus en mars 2025 : 1.");
    }

    @Test
    void theFactsOfAnEventHaveUnitsAsTheirNumbersAsk() throws IOException {
        Case water = SampleCheck.one("contract/C9", "Un filet d'eau.", null);
        Map<String, String> litres = new LinkedHashMap<>();
        litres.put("litres", "1 litres");
        litres.put("seconds", "3 seconds");
        Instant heard = Instant.parse("2025-03-12T08:00:00Z");
        var proof = new CheckResult.Proof("b-1", "device.usage", "device/M1", heard, heard, litres);
        open(SampleCheck.result(List.of(water), Map.of("b-1", proof), List.of()), "");

        page.locator("tr.case button").first().click();

        assertThat(page.locator("main")).containsText("eau 1\u00a0litre");
        assertThat(page.locator("main")).containsText("durée 3\u00a0secondes");
    }

    @Test
    void searchesWithoutRegardToAccentsAndCase() throws IOException {
        open(SAMPLE, "");

        page.getByLabel("Chercher un contrat, un mot…").fill("EQUIPEMENT rendu");

        assertThat(page.locator("#count")).containsText("28 dossiers · 4 936,04 €");
        assertThat(page.locator("tr.case")).hasCount(28);
        page.getByText("Tout revoir").click();
        assertThat(page.locator("#count")).containsText("300 dossiers");
    }

    @Test
    void saysWhenNothingMatches() throws IOException {
        open(SAMPLE, "");

        page.locator("#search").fill("introuvable");

        assertThat(page.locator("#count")).containsText("Aucun dossier ne correspond.");
        assertThat(page.locator("tr.case")).hasCount(0);
    }

    @Test
    void filtersByTroubleAndState() throws IOException {
        open(SAMPLE, "");

        page.getByRole(AriaRole.BUTTON, named("Facturé deux fois")).click();
        assertThat(page.locator("#count")).containsText("24 dossiers");
        page.locator("#state").selectOption("open");
        assertThat(page.locator("#count")).containsText("18 dossiers");
        page.locator("#state").selectOption("closed");
        assertThat(page.locator("tr.case")).hasCount(6);
        assertThat(page.locator("tr.case .is-closed")).hasCount(6);
    }

    @Test
    void sortsByKeyboard() throws IOException {
        open(SAMPLE, "");
        Locator head = page.getByRole(AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName("Depuis"));

        head.getByRole(AriaRole.BUTTON).focus();
        page.keyboard().press("Enter");
        assertThat(head).hasAttribute("aria-sort", "ascending");
        assertThat(page.locator("tr.case").first().locator(".since")).hasText("1er janvier 2024");
        page.keyboard().press("Enter"); // the button kept the focus
        assertThat(head).hasAttribute("aria-sort", "descending");
        assertThat(page.locator("tr.case").first().locator(".since")).hasText("26 décembre 2025");
    }

    @Test
    void reachesTheFirstCaseByKeyboardAlone() throws IOException {
        open(SAMPLE, "");

        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        for (int i = 0; i < 9; i++) {
            page.keyboard().press("Tab");
        }
        Locator first = page.locator("tr.case button").first();
        assertThat(first).isFocused();
        page.keyboard().press("Space");
        assertThat(first).hasAttribute("aria-expanded", "true");
    }

    @Test
    void opensACaseToItsSentenceFiguresAndProof() throws IOException {
        open(SAMPLE, "");
        Case worst = SAMPLE.cases().stream()
                .filter(each -> each.harm().currency().equals("EUR"))
                .findFirst()
                .orElseThrow();

        page.getByRole(AriaRole.BUTTON, named(worst.subject())).click();

        Locator details = page.locator("tr.details");
        assertThat(details.locator(".sentence")).hasText(worst.because().fr());
        assertThat(details.locator(".figures")).containsText("Dernier retour");
        assertThat(details.locator(".proofs tbody tr"))
                .hasCount(worst.evidence().size());
        assertThat(details.locator(".proofs tr").last()).containsText("du 1er mars 2025");
        assertThat(details.locator(".proofs")).containsText("Facture émise");
        page.getByRole(AriaRole.BUTTON, named(worst.subject())).click();
        assertThat(details).hasCount(0);
    }

    @Test
    void saysHowManyMoreEventsProveACase() throws IOException {
        open(SAMPLE, "");
        Case many = SAMPLE.cases().stream()
                .filter(each -> each.evidenceCount() > 55)
                .findFirst()
                .orElseThrow();

        page.locator("#search").fill(many.subject());
        page.getByRole(AriaRole.BUTTON, named(many.subject())).click();

        assertThat(page.locator(".proofs tbody tr")).hasCount(8);
        page.getByRole(AriaRole.BUTTON, named("Montrer les 42 autres")).click();
        assertThat(page.locator(".proofs tbody tr")).hasCount(50);
        assertThat(page.locator("tr.details")).containsText("et " + (many.evidenceCount() - 50) + " autres événements");
    }

    @Test
    void anAddressOpensItsCase() throws IOException {
        Case last = SAMPLE.cases().getLast();

        open(SAMPLE, "#" + last.subject() + ":" + last.signal());

        Locator opened = page.locator("tr.case.opened button");
        assertThat(opened).hasText(last.subject());
        assertThat(opened).isFocused();
        assertThat(page.locator("tr.details a")).hasAttribute("href", "#" + last.subject() + ":" + last.signal());
    }

    @Test
    void switchesLanguageWithoutReload() throws IOException {
        open(SAMPLE, "");
        page.locator("tr.case button").first().click();

        page.getByRole(AriaRole.BUTTON, named("English")).click();

        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("h1")).hasText("€38,153.63 at stake");
        assertThat(page.locator("tr.details .sentence")).containsText("billed since.");
        assertThat(page.locator("#cases-title")).hasText("The cases");
        assertEquals(1, requests.stream().filter(url -> url.startsWith("file:")).count());
    }

    @Test
    void turnsPages() throws IOException {
        open(SAMPLE, "");

        for (int i = 0; i < 5; i++) {
            page.getByRole(AriaRole.BUTTON, named("Suivants")).click();
        }

        assertThat(page.locator("#where")).hasText("251 à 300 sur 300");
        assertThat(page.locator("#next")).hasAttribute("aria-disabled", "true");
        assertThat(page.locator("#next")).isFocused();
    }

    @Test
    void aPrintedPageHoldsEveryCaseWithItsSentence() throws IOException {
        open(SAMPLE, "");

        page.evaluate("dispatchEvent(new Event('beforeprint'))");
        assertThat(page.locator("tr.case")).hasCount(300);
        assertThat(page.locator("tr.details .sentence")).hasCount(300);
        page.evaluate("dispatchEvent(new Event('afterprint'))");
        assertThat(page.locator("tr.case")).hasCount(50);
    }

    @Test
    void saysThatNothingWasFound() throws IOException {
        open(SampleCheck.of(0, 1), "");

        assertThat(page.locator("h1")).hasText("Aucun trouble trouvé");
        assertThat(page.locator("#none-found")).containsText("Facturé deux fois");
        assertThat(page.locator("#cases")).isHidden();
    }

    @Test
    void saysThatNothingCouldBeJudged() throws IOException {
        open(SampleCheck.empty(), "");

        assertThat(page.locator("h1")).hasText("Rien n’a pu être jugé");
    }

    @Test
    void whatIsInTheDataIsShownAndNeverRun() throws IOException {
        String attack =
                "</script><script>window.hit=1</script><img src=x onerror=window.hit=1>\"'&amp;\u2028\u2029<!--";
        Case bad = SampleCheck.one("contract/" + attack, attack, SampleCheck.euros("12.00"));
        open(SampleCheck.result(List.of(bad), Map.of(), List.of()), "");

        page.locator("tr.case button").click();

        assertThat(page.locator("tr.case button")).hasText("contract/" + attack);
        assertThat(page.locator("tr.details .sentence")).hasText(attack);
        assertEquals(null, page.evaluate("window.hit ?? null"));
        assertEquals(0, page.locator("main img").count());
    }

    @Test
    void fitsANarrowScreen() throws IOException {
        page.setViewportSize(390, 800);
        open(SAMPLE, "");
        page.locator("tr.case button").first().click();

        Object overflow = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        assertFalse((Boolean) overflow, "the page scrolls sideways");
    }

    @Test
    void copesWithTwentyThousandCases() throws IOException {
        open(SampleCheck.of(20_000, 7), "");

        assertThat(page.locator("tr.case")).hasCount(50);
        page.locator("#search").fill("contract/C1");
        assertThat(page.locator("#count")).not().containsText("20 000 dossiers");
        assertThat(page.locator("tr.case")).hasCount(50);
    }

    private void open(CheckResult result, String hash) throws IOException {
        Path file = folder.resolve("report.html");
        try (OutputStream out = Files.newOutputStream(file)) {
            HtmlReport.write(result, Language.FRENCH, SampleCheck.PARIS, out);
        }
        page.navigate(file.toUri() + hash);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
