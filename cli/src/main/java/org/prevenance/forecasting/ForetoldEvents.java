package org.prevenance.forecasting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.prevenance.event.ZoneDays;
import org.prevenance.forecast.target.Foretold;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/// Writes forecasts as events, one a line: CloudEvents with the instant at which each was made as its time. The same
/// forecast has the same id, so that writing it twice changes nothing.
public final class ForetoldEvents {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private ForetoldEvents() {}

    /// Writes and flushes; does not close `out`.
    public static void write(List<Foretold> all, OutputStream out) throws IOException {
        for (Foretold one : all) {
            try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
                event(json, one);
            } catch (JacksonIOException e) {
                throw e.getCause();
            }
            out.write("\n".getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
    }

    private static void event(JsonGenerator json, Foretold one) {
        Instant at = ZoneDays.instant(one.at());
        json.writeStartObject();
        json.writeStringProperty("specversion", "1.0");
        json.writeStringProperty("id", "%s-%s-%s-%s".formatted(one.type(), one.subject(), one.key(), at));
        json.writeStringProperty("source", "urn:prevenance:forecast");
        json.writeStringProperty("type", one.type());
        json.writeStringProperty("subject", one.subject());
        json.writeStringProperty("time", at.toString());
        json.writeStringProperty("recordedtime", at.toString());
        json.writeName("data");
        json.writeStartObject();
        one.data().forEach((name, value) -> {
            json.writeName(name);
            value(json, value);
        });
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, Object value) {
        switch (value) {
            case Boolean flag -> json.writeBoolean(flag);
            case Integer whole -> json.writeNumber(whole);
            case Long whole -> json.writeNumber(whole);
            case Double number -> json.writeNumber(number);
            default -> json.writeString(value.toString());
        }
    }
}
