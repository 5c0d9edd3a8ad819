package org.prevenance.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prevenance.check.CheckResult;
import org.prevenance.check.CheckResult.SignalAbout;
import org.prevenance.files.Quarantined;
import org.prevenance.signal.Case;
import org.prevenance.signal.Harm;

/// The sums that a report opens with.
///
/// @param stakes      what is at stake by currency, money before points, the largest sum first
/// @param bySignal    one row for each signal that was judged, those with most cases first, then by name
/// @param sharesProof whether one event proves two cases with money at stake, so that the total counts it twice
/// @param reasons     why items were set aside, the most frequent first
record Tally(List<Stake> stakes, List<SignalRow> bySignal, boolean sharesProof, List<Reason> reasons) {
    private static final Pattern VALUES = Pattern.compile("\"[^\"]*\"|\\([^()]*\\)|`[^`]*`|[0-9]+");

    /// What is at stake in one currency: in all cases, and in those still open.
    record Stake(String currency, BigDecimal all, BigDecimal open) {
        Stake plus(BigDecimal amount, boolean isOpen) {
            return new Stake(currency, all.add(amount), isOpen ? open.add(amount) : open);
        }
    }

    /// The cases of one signal.
    ///
    /// @param oldest when the first of them opened; null where there is none
    record SignalRow(
            SignalAbout about,
            long cases,
            long open,
            List<Stake> stakes,
            @Nullable Instant oldest) {}

    /// Items set aside for one reason.
    ///
    /// @param example the first of them
    record Reason(long count, Quarantined example) {}

    static Tally of(CheckResult result) {
        return new Tally(
                stakes(result.cases()), bySignal(result), sharesProof(result.cases()), reasons(result.quarantine()));
    }

    static boolean isOpen(Case found) {
        return found.closedAt() == null;
    }

    /// The cases to look at first: those with money at stake before those with points and those with none, otherwise in
    /// the order of the result.
    static List<Case> worst(CheckResult result, int most) {
        return result.cases().stream()
                .sorted(Comparator.comparingInt(Tally::rank))
                .limit(most)
                .toList();
    }

    private static int rank(Case found) {
        Harm harm = found.harm();
        if (harm == null) {
            return 2;
        }
        return harm.currency().equals(Harm.POINTS) ? 1 : 0;
    }

    private static List<Stake> stakes(List<Case> cases) {
        Map<String, Stake> byCurrency = new TreeMap<>();
        for (Case found : cases) {
            Harm harm = found.harm();
            if (harm != null) {
                byCurrency.merge(
                        harm.currency(),
                        new Stake(harm.currency(), BigDecimal.ZERO, BigDecimal.ZERO).plus(harm.amount(), isOpen(found)),
                        (sum, one) -> new Stake(sum.currency, sum.all.add(one.all), sum.open.add(one.open)));
            }
        }
        return byCurrency.values().stream()
                .sorted(Comparator.comparing((Stake stake) -> stake.currency.equals(Harm.POINTS))
                        .thenComparing(Stake::all, Comparator.reverseOrder()))
                .toList();
    }

    private static List<SignalRow> bySignal(CheckResult result) {
        Map<String, List<Case>> found = new LinkedHashMap<>();
        Map<String, SignalAbout> known = new LinkedHashMap<>();
        result.signals().forEach(about -> known.put(about.name(), about));
        for (Case each : result.cases()) {
            known.computeIfAbsent(each.signal(), name -> new SignalAbout(name, name, name));
            found.computeIfAbsent(each.signal(), _ -> new ArrayList<>()).add(each);
        }
        return known.values().stream()
                .map(about -> row(about, found.getOrDefault(about.name(), List.of())))
                .sorted(Comparator.comparingLong(SignalRow::cases).reversed().thenComparing(row -> row.about.name()))
                .toList();
    }

    private static SignalRow row(SignalAbout about, List<Case> cases) {
        Stream<Instant> openings = cases.stream().map(Case::openedAt);
        return new SignalRow(
                about,
                cases.size(),
                cases.stream().filter(Tally::isOpen).count(),
                stakes(cases),
                openings.min(Comparator.naturalOrder()).orElse(null));
    }

    private static boolean sharesProof(List<Case> cases) {
        Set<String> seen = new HashSet<>();
        for (Case found : cases) {
            Harm harm = found.harm();
            if (harm == null || harm.currency().equals(Harm.POINTS)) {
                continue;
            }
            for (String id : found.evidence()) {
                if (!seen.add(id)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Two reasons that differ only in a quoted or bracketed value or in a number are one.
    private static List<Reason> reasons(List<Quarantined> quarantine) {
        Map<String, Reason> byShape = new LinkedHashMap<>();
        for (Quarantined item : quarantine) {
            byShape.merge(shape(item), new Reason(1, item), (sum, _) -> new Reason(sum.count + 1, sum.example));
        }
        return byShape.values().stream()
                .sorted(Comparator.comparingLong(Reason::count).reversed())
                .toList();
    }

    private static String shape(Quarantined item) {
        String reason = item.reason();
        if (reason.length() > 400) {
            reason = reason.substring(0, 400);
        }
        return item.field() + "\u0000" + VALUES.matcher(reason).replaceAll("…");
    }
}
