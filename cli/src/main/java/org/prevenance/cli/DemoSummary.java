package org.prevenance.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.prevenance.signal.Case;
import org.prevenance.signal.Harm;
import org.prevenance.signal.Language;

/// What the demo found, sector by sector: cases, money at stake, and how long before the customers' complaints.
///
/// @param sectors by their names, in alphabetical order
record DemoSummary(Map<String, Sector> sectors) {
    private static final Map<String, String> FRENCH = Map.of(
            "appliances", "appareils",
            "bank", "banque, assurance",
            "care", "relation",
            "channels", "canaux",
            "energy", "énergie, eau",
            "journeys", "trajets",
            "team", "équipe",
            "telecom", "télécom");

    /// @param euros     at stake in all its cases together
    /// @param leads     for each case whose customer complained after it opened, days from the opening to the complaint
    /// @param complaints how many cases had a complaint, before or after
    record Sector(int cases, BigDecimal euros, List<Double> leads, int complaints) {
        private Sector plus(Case one, Complaints all) {
            Harm harm = one.harm();
            BigDecimal more = harm != null && harm.currency().equals("EUR") ? harm.amount() : BigDecimal.ZERO;
            List<Double> later = new ArrayList<>(leads);
            int complained = complaints;
            Instant complaint = all.about(one).orElse(null);
            if (complaint != null) {
                complained++;
                Duration lead = Duration.between(one.openedAt(), complaint);
                if (!lead.isNegative()) {
                    later.add(lead.toSeconds() / 86_400.0);
                }
            }
            return new Sector(cases + 1, euros.add(more), later, complained);
        }
    }

    static DemoSummary of(List<Case> cases, Complaints complaints) {
        Map<String, Sector> sectors = new LinkedHashMap<>();
        cases.stream().map(DemoSummary::pack).sorted().forEach(pack -> sectors.put(pack, none()));
        for (Case one : cases) {
            sectors.compute(pack(one), (_, sector) -> (sector == null ? none() : sector).plus(one, complaints));
        }
        return new DemoSummary(sectors);
    }

    private static Sector none() {
        return new Sector(0, BigDecimal.ZERO, List.of(), 0);
    }

    private static String pack(Case one) {
        return one.signal().substring(0, one.signal().indexOf('/'));
    }

    String text(Language language) {
        boolean french = language == Language.FRENCH;
        Locale locale = french ? Locale.FRENCH : Locale.ENGLISH;
        StringBuilder text = new StringBuilder("\n");
        String row = "  %-18s %8s %14s %22s %14s%n";
        text.append(row.formatted(
                french ? "Secteur" : "Sector",
                french ? "Dossiers" : "Cases",
                french ? "En jeu" : "At stake",
                french ? "avant la réclamation" : "before the complaint",
                french ? "jours, médiane" : "median days"));
        List<Double> leads = new ArrayList<>();
        sectors.forEach((pack, sector) -> {
            leads.addAll(sector.leads());
            text.append(row.formatted(
                    french ? FRENCH.getOrDefault(pack, pack) : pack,
                    String.format(locale, "%,d", sector.cases()),
                    sector.euros().signum() == 0 ? "–" : money(sector.euros(), french, locale),
                    sector.complaints() == 0
                            ? "–"
                            : (french ? "%d sur %d" : "%d of %d")
                                    .formatted(sector.leads().size(), sector.complaints()),
                    sector.leads().isEmpty() ? "–" : String.format(locale, "%.0f", median(sector.leads()))));
        });
        if (!leads.isEmpty()) {
            text.append("\n")
                    .append(String.format(
                            locale,
                            french
                                    ? "Pour la moitié de ceux qui se sont plaints ensuite, le dossier était ouvert depuis au moins %.0f jours.%n"
                                    : "For half of those who complained afterwards, the case had been open for %.0f days or more.%n",
                            median(leads)));
        }
        return text.toString();
    }

    private static String money(BigDecimal euros, boolean french, Locale locale) {
        String figure = String.format(
                locale, "%,d", euros.setScale(0, RoundingMode.HALF_UP).toBigInteger());
        return french ? figure + " €" : "€" + figure;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
