package org.prevenance.forecast.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where a model comes from and how far it may be trusted.
///
/// @param forecast its name, as in the declaration
/// @param target   what it foretells: `arrival`, …
/// @param data     what it learnt from
/// @param facts    names of the facts that it looks at
/// @param settings how it learnt: number of trees, seed, …
/// @param library  that learnt it, with its version; empty where none was needed
/// @param figures  what the judge measured on days that the model had not seen, by name
/// @param verdicts of the judge, for each horizon and part
public record Provenance(
        String forecast,
        String target,
        Data data,
        List<String> facts,
        SortedMap<String, String> settings,
        String library,
        SortedMap<String, Double> figures,
        List<Verdict> verdicts) {
    public Provenance {
        facts = List.copyOf(facts);
        settings = new TreeMap<>(settings);
        figures = new TreeMap<>(figures);
        verdicts = List.copyOf(verdicts);
    }

    /// The same, judged.
    public Provenance judged(Map<String, Double> newFigures, List<Verdict> newVerdicts) {
        return new Provenance(forecast, target, data, facts, settings, library, new TreeMap<>(newFigures), newVerdicts);
    }

    /// All of it as one JSON object on one line, with a newline at its end.
    public String json() {
        return ProvenanceJson.text(this);
    }

    /// @param source  name of the folder that was read, without its path
    /// @param from    the first instant of an example
    /// @param until   what became known later was not learnt from
    /// @param rows    examples learnt from
    /// @param licence of the data; null where nobody said
    public record Data(
            String source,
            Instant from,
            Instant until,
            long rows,
            @Nullable String licence) {}

    /// @param horizon as in the declaration
    /// @param part    of the network; `*` for the whole
    /// @param shown   whether the forecast beats every rival with certainty there
    /// @param reason  why it is shown, or silent
    public record Verdict(String horizon, String part, boolean shown, String reason) {}

    /// Whether forecasts of this horizon and part may be shown. What was never judged is silent.
    public boolean allows(String horizon, String part) {
        return verdicts.stream()
                .anyMatch(verdict -> verdict.shown()
                        && verdict.horizon().equals(horizon)
                        && verdict.part().equals(part));
    }
}
