package org.prevenance.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prevenance.check.Packs;
import org.prevenance.scenarios.ScenarioSuite;
import org.prevenance.signal.Language;

/// The pages about the packs.
class CatalogueTest {
    @TempDir
    Path folder;

    private static Map<String, String> pages(List<String> packs) throws IOException {
        Packs.Chosen chosen = Packs.shipped().choose(packs);
        return Catalogue.pages(chosen, ScenarioSuite.read(chosen).orThrow());
    }

    @Test
    void the_pages_that_ship_are_what_the_packs_say() throws IOException {
        Path pages = root().resolve("docs/signals");
        Map<String, String> committed = new TreeMap<>();
        try (Stream<Path> files = Files.list(pages)) {
            for (Path file : files.toList()) {
                committed.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        Map<String, String> written = pages(List.of());

        String advice = "Run ./prevenance playbooks docs and commit docs/signals.";
        assertEquals(written.keySet(), committed.keySet(), advice);
        written.forEach(
                (name, page) -> assertEquals(page, committed.get(name), name + " is not up to date. " + advice));
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    @Test
    void a_page_tells_what_a_reader_asks() throws IOException {
        Files.writeString(folder.resolve("late.playbook.yaml"), """
                playbook: my-shop/late
                about: contract
                indicators:
                  late: {count: true, of: bill.issued, where: "days_between(event.to, event.day) > 30", over: 180d, purpose: contract, title: {fr: "Factures tardives", en: "Late bills"}}
                signals:
                  bills-come-late:
                    title: {fr: "Factures en retard", en: "Bills that come late"}
                    when: late >= 2
                    for: 1d
                    harm: late
                    because: {fr: "{late} en retard.", en: "{late} late."}
                    then:
                      - call: {team: billing, within: 2d, kind: service}
                """);
        Files.writeString(folder.resolve("late.scenarios.yaml"), """
                scenarios:
                  - name: two late bills
                    given: |
                      2025-04-10T09:00Z bill.issued contract/C1 {bill: B1, amount: 1 EUR, from: 2025-02-01, to: 2025-02-28}
                      2025-04-20T09:00Z bill.issued contract/C1 {bill: B2, amount: 1 EUR, from: 2025-03-01, to: 2025-03-10}
                    until: 2025-05-31
                    expect:
                      - {signal: my-shop/bills-come-late, subject: contract/C1}
                  - name: one is no case
                    given: |
                      2025-04-10T09:00Z bill.issued contract/C1 {bill: B1, amount: 1 EUR, from: 2025-02-01, to: 2025-02-28}
                    until: 2025-05-31
                    expect: []
                """);

        Map<String, String> pages = pages(List.of(folder.toString()));

        String page = pages.getOrDefault("my-shop.md", "");
        for (String told : List.of(
                "## Bills that come late",
                "> 2 late.",
                "*Late bills* at least 2, for 1 day",
                "points: *Late bills*",
                "`contract` (needed for the contract)",
                "the team `billing` calls within 2 days",
                "number of `bill.issued`, where the days from `to` to `day` more than 30, over 180 days",
                "Reads `bill.issued` (`to`).",
                "- two late bills",
                "- one is no case")) {
            assertTrue(page.contains(told), () -> told + "\nis not in\n" + page);
        }
        String french = pages.getOrDefault("my-shop.fr.md", "");
        assertTrue(french.contains("*Factures tardives* au moins 2, pendant 1 jour"), french);
        assertTrue(pages.getOrDefault("README.md", "").contains("(my-shop.md#bills-that-come-late) | 2 late. |"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    late >= 2 && has(paid);                *late* at least 2, and *paid* known
                    !has(paid) || over;                    no *paid*, or *over*
                    money("10.00 EUR") < price;            10.00 EUR less than *price*
                    max(a - b, 0) > 1000000;               the larger of *a* − *b*, 0 more than 1,000,000
                    (a + b) * 2 == c;                      (*a* + *b*) × 2 is *c*
                    (days_between(a, b) + 1) * 12;         ((the days from *a* to *b*) + 1) × 12
                    a - min(b, c) > days_since(d);         *a* − (the smaller of *b*, *c*) more than the days since *d*
                    """)
    void an_expression_in_words(String expression, String words) {
        UnaryOperator<String> names = name -> Character.isLetter(name.charAt(0)) ? "*" + name + "*" : name;

        assertEquals(words, new ExpressionWords(new Tongue(Language.ENGLISH), names).of(expression));
    }

    @Test
    void an_expression_that_is_cut_off_is_told_as_far_as_it_goes() {
        String whole = "max(days_since(a), \"x\") >= money(\"1 EUR\") && !has(b)";
        for (int end = 0; end <= whole.length(); end++) {
            String words = new ExpressionWords(new Tongue(Language.FRENCH), name -> name).of(whole.substring(0, end));
            assertTrue(end == 0 || !words.isEmpty());
        }
    }
}
