package org.prevenance.forecast.model;

import java.io.IOException;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.prevenance.text.Form;
import org.prevenance.text.Mistake;
import org.prevenance.text.Mistakes;
import org.prevenance.text.NamedText;
import org.prevenance.text.Yaml;
import org.prevenance.text.YamlReader;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Provenance as JSON. It is read as YAML, of which JSON is a part, so that a mistake in it is told with its place.
final class ProvenanceJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int FORMAT = 1;

    private ProvenanceJson() {}

    static String text(Provenance provenance) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeNumberProperty("format", FORMAT);
            json.writeStringProperty("forecast", provenance.forecast());
            json.writeStringProperty("target", provenance.target());
            json.writeName("data");
            data(json, provenance.data());
            json.writeName("facts");
            json.writeStartArray();
            provenance.facts().forEach(json::writeString);
            json.writeEndArray();
            json.writeName("settings");
            json.writeStartObject();
            provenance.settings().forEach(json::writeStringProperty);
            json.writeEndObject();
            json.writeStringProperty("library", provenance.library());
            json.writeName("figures");
            json.writeStartObject();
            provenance.figures().forEach((name, figure) -> {
                if (Double.isFinite(figure)) {
                    json.writeNumberProperty(name, figure);
                }
            });
            json.writeEndObject();
            json.writeName("verdicts");
            json.writeStartArray();
            provenance.verdicts().forEach(verdict -> verdict(json, verdict));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void data(JsonGenerator json, Provenance.Data data) {
        json.writeStartObject();
        json.writeStringProperty("source", data.source());
        json.writeStringProperty("from", data.from().toString());
        json.writeStringProperty("until", data.until().toString());
        json.writeNumberProperty("rows", data.rows());
        if (data.licence() != null) {
            json.writeStringProperty("licence", data.licence());
        }
        json.writeEndObject();
    }

    private static void verdict(JsonGenerator json, Provenance.Verdict verdict) {
        json.writeStartObject();
        json.writeStringProperty("horizon", verdict.horizon());
        json.writeStringProperty("part", verdict.part());
        json.writeBooleanProperty("shown", verdict.shown());
        json.writeStringProperty("reason", verdict.reason());
        json.writeEndObject();
    }

    static Provenance read(String name, String text) throws IOException {
        Mistakes mistakes = new Mistakes();
        Yaml.Mapping root = YamlReader.read(new NamedText(name, text), mistakes);
        Provenance provenance = root == null ? null : provenance(new Form(root, mistakes));
        if (provenance == null || !mistakes.isEmpty()) {
            throw new IOException(String.join(
                    "\n", mistakes.sorted().stream().map(Mistake::render).toList()));
        }
        return provenance;
    }

    private static Provenance provenance(Form form) {
        String format = text(form, "format");
        if (!format.equals(String.valueOf(FORMAT))) {
            form.mistakes()
                    .add(
                            form.keyPlace("format"),
                            "The format of this model is " + format + "; this version reads " + FORMAT + ".",
                            "Train it again.");
        }
        Form data = form.form("data");
        List<Provenance.Verdict> verdicts = new ArrayList<>();
        if (form.any("verdicts") instanceof Yaml.Items items) {
            for (Yaml item : items.items()) {
                if (item instanceof Yaml.Mapping mapping) {
                    verdicts.add(verdict(new Form(mapping, form.mistakes())));
                }
            }
        }
        SortedMap<String, Double> figures = new TreeMap<>();
        texts(form, "figures").forEach((name, figure) -> figures.put(name, Double.valueOf(figure)));
        return new Provenance(
                text(form, "forecast"),
                text(form, "target"),
                data(data == null ? form : data),
                form.texts("facts"),
                new TreeMap<>(texts(form, "settings")),
                text(form, "library"),
                figures,
                verdicts);
    }

    private static Provenance.Data data(Form form) {
        return new Provenance.Data(
                text(form, "source"),
                instant(form, "from"),
                instant(form, "until"),
                Long.parseLong(text(form, "rows")),
                form.has("licence") ? text(form, "licence") : null);
    }

    private static Provenance.Verdict verdict(Form form) {
        return new Provenance.Verdict(
                text(form, "horizon"), text(form, "part"), form.flag("shown"), text(form, "reason"));
    }

    private static String text(Form form, String key) {
        form.require(key);
        String text = form.text(key);
        return text == null ? "0" : text;
    }

    private static Instant instant(Form form, String key) {
        String text = text(form, key);
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            form.mistakes().add(form.keyPlace(key), key + " must be an instant, not " + text + ".");
            return Instant.EPOCH;
        }
    }

    private static Map<String, String> texts(Form form, String key) {
        Map<String, String> texts = new TreeMap<>();
        form.entries(key).forEach((name, entry) -> texts.put(name, text(entry.value())));
        return texts;
    }

    private static String text(@Nullable Yaml value) {
        return value instanceof Yaml.Scalar scalar ? scalar.text() : "";
    }
}
