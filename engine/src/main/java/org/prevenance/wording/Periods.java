package org.prevenance.wording;

import java.util.Map;
import java.util.Set;
import org.prevenance.wording.Fact.Measure;
import org.prevenance.wording.Units.Unit;

/// Tells what a figure is for one of: `par mois`, `le kWh`, `a year`, `monthly`.
final class Periods {
    private static final Map<String, String> PERIODS = Map.ofEntries(
            Map.entry("mois", "month"),
            Map.entry("month", "month"),
            Map.entry("mensuel", "month"),
            Map.entry("mensuels", "month"),
            Map.entry("mensuelle", "month"),
            Map.entry("monthly", "month"),
            Map.entry("an", "year"),
            Map.entry("year", "year"),
            Map.entry("annee", "year"),
            Map.entry("annuel", "year"),
            Map.entry("jour", "day"),
            Map.entry("day", "day"),
            Map.entry("semaine", "week"),
            Map.entry("week", "week"),
            Map.entry("heure", "hour"),
            Map.entry("hour", "hour"),
            Map.entry("minute", "minute"));
    private static final Set<String> EACH = Set.of("par", "per", "/", "each", "chaque", "every");
    private static final Set<String> ARTICLES = Set.of("le", "la", "a", "an", "the");

    private final Passage passage;

    Periods(Passage passage) {
        this.passage = passage;
    }

    /// @param at the token after the figure
    /// @return a period, a unit or what is counted; empty: nothing said
    String of(int at) {
        String word = passage.word(at);
        boolean adjective = word.endsWith("ly") || word.startsWith("mensuel") || word.equals("annuel");
        if (adjective && PERIODS.containsKey(word)) {
            return PERIODS.getOrDefault(word, "");
        }
        boolean each = EACH.contains(word);
        boolean elided = word.equals("de") && passage.word(at + 1).equals("l");
        if (!each && !elided && !ARTICLES.contains(word)) {
            return "";
        }
        String name = passage.word(elided ? at + 2 : at + 1);
        String period = PERIODS.get(name);
        if (period != null) {
            return period;
        }
        Unit unit = Units.of(name);
        if (unit != null && unit.measure() != Measure.MONEY && unit.measure() != Measure.DURATION) {
            return name.startsWith("kilowatt") ? "kwh" : name;
        }
        return each ? Folding.stem(name) : "";
    }
}
