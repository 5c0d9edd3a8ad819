package org.prevenance.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prevenance.check.CheckResult;
import org.prevenance.check.CheckResult.Proof;
import org.prevenance.report.Tally.SignalRow;
import org.prevenance.report.Tally.Stake;
import org.prevenance.signal.Case;
import org.prevenance.signal.Harm;
import org.prevenance.signal.Language;
import org.prevenance.signal.UnitName;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/// The data of the page, as JSON that may stand inside a `<script>`: compact, with names that return often written
/// once and then meant by their number. `data.js` reads it; the two change together.
///
/// Times are milliseconds since 1970 UTC. A case is a list: signal, subject, opened, closed or null, closedBy, amount
/// or null, currency, fr, en, evidenceCount, figures, proofs. Its figures are one flat list of indicator, fr, en; its
/// proofs are the numbers of events or, for an event that is not in the result, its id. An event is a list: id, type,
/// subject, time, known or 0 where it is the time, then field, value for each fact.
final class PageData {
    static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .characterEscapes(new InsideScript())
            .build();
    private static final int MOST_REASONS = 20;

    private final CheckResult result;
    private final Tally tally;
    private final JsonGenerator json;
    private final Names signals = new Names();
    private final Names currencies = new Names();
    private final Names types = new Names();
    private final Names fields = new Names();
    private final Names subjects = new Names();
    private final Map<Indicator, Integer> indicators = new LinkedHashMap<>();
    private final Map<String, Integer> proofs = new HashMap<>();

    private record Indicator(String signal, String name, String fr, String en) {}

    private PageData(CheckResult result, JsonGenerator json) {
        this.result = result;
        this.tally = Tally.of(result);
        this.json = json;
    }

    /// Writes the data and flushes; does not close `out`.
    static void write(CheckResult result, Language language, ZoneId zone, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            new PageData(result, json).all(language, zone);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private void all(Language language, ZoneId zone) {
        json.writeStartObject();
        json.writeStringProperty("language", language.code());
        json.writeStringProperty("zone", zone.getId());
        json.writeName("from");
        time(result.from());
        json.writeName("until");
        time(result.until());
        json.writeName("events");
        JsonReport.counts(json, result.counts());
        stakes("stakes", tally.stakes());
        ForecastLines.write(result.forecasts(), json);
        json.writeBooleanProperty("sharesProof", tally.sharesProof());
        signals();
        reasons();
        events();
        cases();
        names("currencies", currencies.all());
        names("types", types.all());
        names("fields", fields.all());
        names("subjects", subjects.all());
        units();
        json.writeArrayPropertyStart("indicators");
        indicators.keySet().forEach(indicator -> row(indicator.name, indicator.fr, indicator.en));
        json.writeEndArray();
        json.writeEndObject();
    }

    /// Units as they are called after one, and after several, in French and English.
    private void units() {
        json.writeObjectPropertyStart("units");
        UnitName.all().forEach((unit, name) -> {
            json.writeName(unit);
            row(name.frOne(), name.frMany(), name.enOne(), name.enMany());
        });
        json.writeEndObject();
    }

    private void signals() {
        json.writeArrayPropertyStart("signals");
        for (SignalRow row : tally.bySignal()) {
            signals.number(row.about().name());
            json.writeStartObject();
            json.writeStringProperty("name", row.about().name());
            JsonReport.text(json, "fr", row.about().titleFr());
            JsonReport.text(json, "en", row.about().titleEn());
            json.writeNumberProperty("cases", row.cases());
            json.writeNumberProperty("open", row.open());
            stakes("stakes", row.stakes());
            json.writeName("oldest");
            time(row.oldest());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void stakes(String name, List<Stake> stakes) {
        json.writeArrayPropertyStart(name);
        for (Stake stake : stakes) {
            row(JsonReport.exact(stake.all()), JsonReport.exact(stake.open()), stake.currency());
        }
        json.writeEndArray();
    }

    private void reasons() {
        json.writeArrayPropertyStart("reasons");
        for (Tally.Reason reason : tally.reasons().stream().limit(MOST_REASONS).toList()) {
            var item = reason.example();
            json.writeStartArray();
            json.writeNumber(reason.count());
            string(item.field() == null ? item.reason() : item.field() + ": " + item.reason());
            string(item.file() + ":" + item.line());
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    /// Only the events that a case shows, in the order in which cases name them.
    private void events() {
        Set<String> written = new HashSet<>();
        json.writeArrayPropertyStart("proofs");
        for (Case found : result.cases()) {
            for (String id : found.evidence()) {
                Proof proof = result.proofs().get(id);
                if (proof != null && written.add(id)) {
                    proofs.put(id, proofs.size());
                    event(proof);
                }
            }
        }
        json.writeEndArray();
    }

    private void event(Proof proof) {
        json.writeStartArray();
        string(proof.id());
        json.writeNumber(types.number(proof.type()));
        json.writeNumber(subjects.number(proof.subject()));
        time(proof.time());
        if (proof.known().equals(proof.time())) {
            json.writeNumber(0);
        } else {
            time(proof.known());
        }
        proof.facts().forEach((field, value) -> {
            json.writeNumber(fields.number(field));
            string(value);
        });
        json.writeEndArray();
    }

    private void cases() {
        json.writeArrayPropertyStart("cases");
        result.cases().forEach(this::oneCase);
        json.writeEndArray();
    }

    private void oneCase(Case found) {
        Harm harm = found.harm();
        json.writeStartArray();
        json.writeNumber(signals.number(found.signal()));
        json.writeNumber(subjects.number(found.subject()));
        time(found.openedAt());
        time(found.closedAt());
        if (found.closedBy() == null) {
            json.writeNumber(0);
        } else {
            string(found.closedBy());
        }
        if (harm == null) {
            json.writeNull();
            json.writeNumber(0);
        } else {
            json.writeString(JsonReport.exact(harm.amount()));
            json.writeNumber(currencies.number(harm.currency()));
        }
        string(found.because().fr());
        string(found.because().en());
        json.writeNumber(found.evidenceCount());
        figures(found);
        evidence(found);
        json.writeEndArray();
    }

    private void figures(Case found) {
        json.writeStartArray();
        for (Case.Figure figure : found.figures()) {
            var indicator = new Indicator(found.signal(), figure.indicator(), figure.titleFr(), figure.titleEn());
            json.writeNumber(indicators.computeIfAbsent(indicator, _ -> indicators.size()));
            string(figure.fr());
            string(figure.en());
        }
        json.writeEndArray();
    }

    private void evidence(Case found) {
        json.writeStartArray();
        for (String id : found.evidence()) {
            Integer number = proofs.get(id);
            if (number == null) {
                string(id);
            } else {
                json.writeNumber(number);
            }
        }
        json.writeEndArray();
    }

    private void names(String name, Set<String> names) {
        json.writeArrayPropertyStart(name);
        names.forEach(this::string);
        json.writeEndArray();
    }

    private void row(String... cells) {
        json.writeStartArray();
        for (String cell : cells) {
            string(cell);
        }
        json.writeEndArray();
    }

    private void string(String text) {
        json.writeString(JsonReport.wellFormed(text));
    }

    private void time(@Nullable Instant instant) {
        if (instant == null) {
            json.writeNull();
        } else {
            json.writeNumber(instant.toEpochMilli());
        }
    }

    /// Texts, each with the number of its first appearance.
    private static final class Names {
        private final Map<String, Integer> numbers = new LinkedHashMap<>();

        int number(String name) {
            return numbers.computeIfAbsent(name, _ -> numbers.size());
        }

        Set<String> all() {
            return numbers.keySet();
        }
    }

    /// Escapes, besides what JSON asks, all that could end a script or begin markup in it.
    private static final class InsideScript extends CharacterEscapes {
        private final int[] ascii = standardAsciiEscapesForJSON();

        InsideScript() {
            ascii['<'] = ESCAPE_STANDARD;
            ascii['>'] = ESCAPE_STANDARD;
            ascii['&'] = ESCAPE_STANDARD;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            return switch (c) {
                case 0x2028 -> new SerializedString("\\u2028");
                case 0x2029 -> new SerializedString("\\u2029");
                default -> null;
            };
        }
    }
}
