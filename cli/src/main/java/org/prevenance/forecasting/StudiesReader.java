package org.prevenance.forecasting;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.forecast.target.RollingOrigin;
import org.prevenance.text.Checked;
import org.prevenance.text.Form;
import org.prevenance.text.Mistakes;
import org.prevenance.text.NamedText;
import org.prevenance.text.Yaml;
import org.prevenance.text.YamlReader;

/// Reads which forecasts are judged on which folders:
///
/// ```yaml
/// studies:
///   flights:
///     title: {fr: "Vols de New York", en: "Flights from New York"}
///     folder: flights
///     forecast: arrival
///     from: 2013-10-01T04:00:00Z
///     zone: America/New_York
/// ```
public final class StudiesReader {
    private static final ZoneId USUAL = ZoneId.of("Europe/Paris");

    private final Mistakes mistakes = new Mistakes();

    private StudiesReader() {}

    /// @return the studies in the order of the file, or every mistake in it
    public static Checked<List<Study>> read(NamedText file) {
        StudiesReader reader = new StudiesReader();
        List<Study> studies = reader.studies(file);
        return reader.mistakes.isEmpty() ? new Checked.Right<>(studies) : new Checked.Wrong<>(reader.mistakes.sorted());
    }

    private List<Study> studies(NamedText file) {
        List<Study> studies = new ArrayList<>();
        Yaml.Mapping root = YamlReader.read(file, mistakes);
        if (root == null) {
            return studies;
        }
        Form form = new Form(root, mistakes);
        form.require("studies");
        form.entries("studies").forEach((name, entry) -> {
            if (entry.value() instanceof Yaml.Mapping mapping) {
                Study study = study(name, new Form(mapping, mistakes));
                if (study != null) {
                    studies.add(study);
                }
            } else {
                form.wrongType(name, entry.value(), "a mapping");
            }
        });
        form.done();
        return studies;
    }

    private @Nullable Study study(String name, Form form) {
        form.require("folder", "forecast");
        String folder = form.text("folder");
        String forecast = form.text("forecast");
        Form title = form.form("title");
        String fr = title == null ? null : title.text("fr");
        String en = title == null ? null : title.text("en");
        if (title != null) {
            title.require("fr", "en");
            title.done();
        }
        Instant from = instant(form, "from");
        Instant until = instant(form, "until");
        RollingOrigin retrain = retrain(form);
        ZoneId zone = zone(form);
        form.done();
        return folder == null || forecast == null
                ? null
                : new Study(
                        name,
                        fr == null ? name : fr,
                        en == null ? name : en,
                        folder,
                        forecast,
                        from,
                        until,
                        retrain,
                        zone);
    }

    private @Nullable Instant instant(Form form, String key) {
        Yaml.Scalar written = form.scalar(key);
        try {
            return written == null ? null : Instant.parse(written.text());
        } catch (DateTimeParseException e) {
            mistakes.add(
                    written.place(),
                    "%s must be an instant, not %s.".formatted(key, written.text()),
                    "Write it like 2025-06-30T22:00:00Z.");
            return null;
        }
    }

    private @Nullable RollingOrigin retrain(Form form) {
        Yaml.Scalar written = form.scalar("retrain");
        RollingOrigin retrain = written == null ? null : RollingOrigin.read(written.text());
        if (written != null && retrain == null) {
            mistakes.add(
                    written.place(),
                    "retrain must be a number of days, not %s.".formatted(written.text()),
                    "Write it like 30d.");
        }
        return retrain;
    }

    private ZoneId zone(Form form) {
        Yaml.Scalar written = form.scalar("zone");
        try {
            return written == null ? USUAL : ZoneId.of(written.text());
        } catch (DateTimeException e) {
            mistakes.add(
                    written.place(),
                    "The zone %s is not known.".formatted(written.text()),
                    "Write it like Europe/Paris.");
            return USUAL;
        }
    }
}
