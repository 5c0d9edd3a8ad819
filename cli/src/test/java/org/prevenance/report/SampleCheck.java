package org.prevenance.report;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.prevenance.check.CheckResult;
import org.prevenance.check.CheckResult.Proof;
import org.prevenance.check.CheckResult.SignalAbout;
import org.prevenance.files.Counts;
import org.prevenance.files.Quarantined;
import org.prevenance.signal.Case;
import org.prevenance.signal.Case.Because;
import org.prevenance.signal.Case.Figure;
import org.prevenance.signal.Harm;
import org.prevenance.signal.Language;
import org.prevenance.signal.Words;

/// A made-up result of a check: two years of a telecom operator, seven troubles. The same seed gives the same result.
final class SampleCheck {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final Instant FROM = Instant.parse("2024-01-01T08:00:00Z");
    static final Instant UNTIL = Instant.parse("2025-12-31T22:59:59Z");
    static final List<SignalAbout> SIGNALS = List.of(
            new SignalAbout("telecom/returned-but-billed", "Rendu mais facturé", "Returned but billed"),
            new SignalAbout("telecom/billed-but-unused", "Facturé sans usage", "Billed but unused"),
            new SignalAbout("telecom/billed-after-end", "Facturé après la fin", "Billed after the end"),
            new SignalAbout("telecom/billed-twice", "Facturé deux fois", "Billed twice"),
            new SignalAbout("telecom/bill-jump", "Facture qui bondit", "Bill that jumps"),
            new SignalAbout("telecom/dearer-than-new", "Plus cher qu'un nouveau client", "Dearer than a new customer"),
            new SignalAbout("telecom/box-failing", "Box qui faiblit", "Failing box"));
    private static final int[] SHARE = {3, 6, 2, 2, 4, 8, 5};

    private final Random random;
    private final List<Case> cases = new ArrayList<>();
    private final Map<String, Proof> proofs = new HashMap<>();

    private SampleCheck(long seed) {
        random = new Random(seed);
    }

    static CheckResult of(int caseCount, long seed) {
        var sample = new SampleCheck(seed);
        for (int i = 0; i < caseCount; i++) {
            sample.addCase(i);
        }
        sample.cases.sort(Comparator.comparing(SampleCheck::amount, Comparator.reverseOrder())
                .thenComparing(Case::subject)
                .thenComparing(Case::signal)
                .thenComparing(Case::openedAt));
        return result(sample.cases, sample.proofs, sample.quarantine(caseCount == 0 ? 0 : 37));
    }

    static CheckResult result(List<Case> cases, Map<String, Proof> proofs, List<Quarantined> quarantine) {
        long admitted = 1_204_332;
        var counts = new Counts(admitted + 812 + quarantine.size(), admitted, 812, quarantine.size(), 96);
        return new CheckResult(counts, cases, FROM, UNTIL, quarantine, proofs, SIGNALS);
    }

    /// A result without cases in which nothing was admitted.
    static CheckResult empty() {
        return new CheckResult(new Counts(0, 0, 0, 0, 0), List.of(), null, null, List.of(), Map.of(), SIGNALS);
    }

    /// One open case with this subject and sentence.
    static Case one(String subject, String sentence, @Nullable Harm harm) {
        return new Case(
                SIGNALS.getFirst().name(),
                subject,
                Instant.parse("2025-03-12T08:30:00Z"),
                null,
                null,
                harm,
                List.of("b-1"),
                1,
                new Because(sentence, sentence),
                List.of());
    }

    static Harm euros(String amount) {
        return new Harm(new BigDecimal(amount), "EUR");
    }

    private static BigDecimal amount(Case found) {
        Harm harm = found.harm();
        return harm == null ? BigDecimal.ZERO : harm.amount();
    }

    private void addCase(int number) {
        int kind = kind();
        Instant opened = FROM.plus(
                Duration.ofMinutes(random.nextLong(Duration.between(FROM, UNTIL).toMinutes())));
        boolean closes = random.nextInt(100) < 38;
        Instant closed = opened.plus(Duration.ofDays(3 + random.nextInt(120)));
        boolean isClosed = closes && closed.isBefore(UNTIL);
        BigDecimal amount = kind == 6
                ? new BigDecimal(5 + random.nextInt(40))
                : BigDecimal.valueOf(600 + (long) (Math.pow(random.nextDouble(), 4) * 70_000), 2);
        Harm harm = new Harm(amount, kind == 6 ? Harm.POINTS : "EUR");
        String subject = "contract/C" + (10_000 + random.nextInt(90_000)) + number % 10;
        int count = kind == 6 ? 20 + random.nextInt(60) : 2 + random.nextInt(8);
        cases.add(new Case(
                SIGNALS.get(kind).name(),
                subject,
                opened,
                isClosed ? closed : null,
                isClosed ? "gone" : null,
                harm,
                evidence(number, subject, opened, kind, Math.min(count, Case.MOST_EVIDENCE)),
                count,
                because(kind, opened, amount),
                figures(opened, amount, count)));
    }

    private int kind() {
        int drawn = random.nextInt(30);
        int kind = 0;
        while (drawn >= SHARE[kind]) {
            drawn -= SHARE[kind++];
        }
        return kind;
    }

    private List<String> evidence(int number, String subject, Instant opened, int kind, int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant time = opened.minus(Duration.ofDays(30L * i));
            String id = (kind == 6 ? "tr-" : "fac-") + number + "-" + (count - i);
            Map<String, String> facts = new LinkedHashMap<>();
            if (kind == 6) {
                facts.put("restarts", Integer.toString(1 + random.nextInt(3)));
                facts.put("uptimeSeconds", 5_820 * (i + 1) + " seconds");
            } else {
                facts.put("amount", "29.99 EUR");
                facts.put("from", "2025-03-01");
                facts.put("to", "2025-03-31");
            }
            String about = kind == 6 ? "device/BOX-" + number : subject;
            proofs.put(
                    id,
                    new Proof(
                            id,
                            kind == 6 ? "device.reported" : "bill.issued",
                            about,
                            time,
                            time.plus(Duration.ofDays(random.nextInt(4))),
                            facts));
            ids.add(id);
        }
        return ids;
    }

    private static Because because(int kind, Instant opened, BigDecimal amount) {
        var fr = new Words(Language.FRENCH, PARIS);
        var en = new Words(Language.ENGLISH, PARIS);
        String french = fr.amount(amount, "EUR");
        String english = en.amount(amount, "EUR");
        return switch (kind) {
            case 0 ->
                new Because(
                        "Équipement rendu le " + fr.date(opened) + ", " + french + " facturés depuis.",
                        "Equipment returned on " + en.date(opened) + ", " + english + " billed since.");
            case 1 ->
                new Because(
                        "La box est en ligne mais n'a pas servi depuis 60 jours ; " + french
                                + " facturés dans ce temps.",
                        "The box is online but has not been used for 60 days; " + english + " billed in that time.");
            case 2 ->
                new Because(
                        "Contrat terminé, mais encore facturé : " + french + ".",
                        "Contract ended, yet still billed: " + english + ".");
            case 3 ->
                new Because(
                        "Deux factures pour la même période et le même produit : " + french + " de trop.",
                        "Two bills for one period and product: " + english + " too much.");
            case 4 ->
                new Because(
                        "La dernière facture dépasse de " + french + " ce que le client paie d'habitude.",
                        "The latest bill is " + english + " above what this customer usually pays.");
            case 5 ->
                new Because(
                        "Un nouveau client paierait " + french + " de moins par an pour la même offre.",
                        "A new customer would pay " + english + " less a year for the same offer.");
            default ->
                new Because(
                        "La box redémarre souvent : " + amount + " fois en 7 jours.",
                        "The box restarts often: " + amount + " times in 7 days.");
        };
    }

    private static List<Figure> figures(Instant opened, BigDecimal amount, int count) {
        var fr = new Words(Language.FRENCH, PARIS);
        var en = new Words(Language.ENGLISH, PARIS);
        return List.of(
                new Figure("last_return", "Dernier retour", "Last return", fr.date(opened), en.date(opened)),
                new Figure(
                        "billed", "Facturé depuis", "Billed since", fr.amount(amount, "EUR"), en.amount(amount, "EUR")),
                new Figure("bills", "Factures", "Bills", Integer.toString(count), Integer.toString(count)));
    }

    private List<Quarantined> quarantine(int count) {
        List<Quarantined> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(
                    switch (i % 5) {
                        case 0, 1, 2 ->
                            new Quarantined(
                                    "bills-2025.ndjson",
                                    100 + i,
                                    "data.amount.currency",
                                    "the currency (" + random.nextInt(99) + ") is not three letters of ISO 4217",
                                    "{\"id\":\"" + i + "\"}");
                        case 3 ->
                            new Quarantined(
                                    "usage.csv", 7 + i, "time", "the time (12/31/2025) is not RFC 3339", "a,b,c");
                        default ->
                            new Quarantined("bills-2025.ndjson", 900 + i, null, "the line is not JSON", "{\"id\":");
                    });
        }
        return items;
    }

    /// Writes samples to look at: `report-300`, `report-0`, `report-20000` in the folder named.
    public static void main(String[] args) throws Exception {
        for (int count : List.of(0, 300, 20_000)) {
            ReportFolder.write(of(count, 1), Language.FRENCH, PARIS, Path.of(args[0], "report-" + count));
        }
        System.out.print(TextReport.of(of(300, 1), Language.FRENCH, PARIS, "report-300"));
        System.out.print(TextReport.of(of(300, 1), Language.ENGLISH, PARIS, "report-300"));
        System.out.print(TextReport.of(of(0, 1), Language.FRENCH, PARIS, null));
    }
}
