package org.prevenance.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.prevenance.check.CheckResult;
import org.prevenance.files.Counts;
import org.prevenance.signal.Case;
import org.prevenance.signal.Harm;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/// The result for programs: one JSON object on one line, in UTF-8, with a newline at its end.
///
/// ```json
/// {"events":{"read":5,"admitted":4,"duplicates":1,"quarantined":0,"droppedFields":0},
///  "cases":[{"signal":"telecom/returned-but-billed","subject":"contract/C1",
///            "openedAt":"2025-03-12T00:00:00Z","closedAt":null,"closedBy":null,
///            "harm":{"amount":"123.45","currency":"EUR"},
///            "evidence":["b-12"],"evidenceCount":1,
///            "because":{"fr":"…","en":"…"}}]}
/// ```
///
/// Cases stand in the order of the result. Instants are UTC, with a fraction only where there is one; amounts are
/// exact, with two digits after the point or as many as they need; `harm` is null where the signal declares none.
/// Where models were asked, `forecasts` says what they foretold and what was withheld.
public final class JsonReport {
    static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .rootValueSeparator("\n")
            .build();

    private JsonReport() {}

    /// Writes the result and flushes; does not close `out`.
    public static void write(CheckResult result, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeName("events");
            counts(json, result.counts());
            json.writeName("cases");
            json.writeStartArray();
            result.cases().forEach(found -> oneCase(json, found));
            json.writeEndArray();
            ForecastLines.write(result.forecasts(), json);
            json.writeEndObject();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
        out.write("\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    static void counts(JsonGenerator json, Counts counts) {
        json.writeStartObject();
        json.writeNumberProperty("read", counts.read());
        json.writeNumberProperty("admitted", counts.admitted());
        json.writeNumberProperty("duplicates", counts.duplicates());
        json.writeNumberProperty("quarantined", counts.quarantined());
        json.writeNumberProperty("droppedFields", counts.droppedFields());
        json.writeEndObject();
    }

    private static void oneCase(JsonGenerator json, Case found) {
        json.writeStartObject();
        json.writeStringProperty("signal", found.signal());
        json.writeStringProperty("subject", wellFormed(found.subject()));
        json.writeStringProperty("openedAt", found.openedAt().toString());
        text(json, "closedAt", instant(found.closedAt()));
        text(json, "closedBy", found.closedBy());
        json.writeName("harm");
        harm(json, found.harm());
        json.writeName("evidence");
        json.writeStartArray();
        found.evidence().forEach(id -> json.writeString(wellFormed(id)));
        json.writeEndArray();
        json.writeNumberProperty("evidenceCount", found.evidenceCount());
        json.writeName("because");
        json.writeStartObject();
        json.writeStringProperty("fr", wellFormed(found.because().fr()));
        json.writeStringProperty("en", wellFormed(found.because().en()));
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void harm(JsonGenerator json, @Nullable Harm harm) {
        if (harm == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("amount", exact(harm.amount()));
        json.writeStringProperty("currency", harm.currency());
        json.writeEndObject();
    }

    /// All digits that count, and at least two after the point: `123.40`, `0.125`.
    static String exact(BigDecimal amount) {
        BigDecimal bare = amount.stripTrailingZeros();
        return bare.setScale(Math.max(2, bare.scale())).toPlainString();
    }

    /// With nine digits at most; null where it is none.
    static void number(JsonGenerator json, String name, double value) {
        json.writeName(name);
        if (!Double.isFinite(value)) {
            json.writeNull();
            return;
        }
        BigDecimal rounded = new BigDecimal(value, new MathContext(9)).stripTrailingZeros();
        json.writeNumber(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
    }

    static @Nullable String instant(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    /// The text with each half of a broken surrogate pair replaced, since UTF-8 cannot carry it.
    static String wellFormed(String text) {
        return text.codePoints().anyMatch(JsonReport::isHalf)
                ? text.codePoints()
                        .map(point -> isHalf(point) ? '\ufffd' : point)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : text;
    }

    private static boolean isHalf(int point) {
        return Character.getType(point) == Character.SURROGATE;
    }

    static void text(JsonGenerator json, String name, @Nullable String text) {
        json.writeName(name);
        if (text == null) {
            json.writeNull();
        } else {
            json.writeString(wellFormed(text));
        }
    }
}
