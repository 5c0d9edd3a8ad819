package org.prevenance.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.prevenance.check.Foretelling;
import org.prevenance.check.Foretelling.Silence;
import org.prevenance.signal.Language;
import org.prevenance.signal.Words;
import tools.jackson.core.JsonGenerator;

/// What is told of forecasts beside the rest: how many were made, and how many were withheld, on which days and why.
public final class ForecastLines {
    private static final int MOST_SILENCES = 8;

    private final Words words;

    private ForecastLines(Language language) {
        this.words = new Words(language, ZoneOffset.UTC);
    }

    /// A paragraph for each model, and one for each silence, indented.
    public static String text(List<Foretelling> all, Language language) {
        Page page = new Page();
        write(all, language, page);
        return page.toString();
    }

    static void write(List<Foretelling> all, Language language, Page page) {
        ForecastLines lines = new ForecastLines(language);
        for (Foretelling one : all) {
            page.paragraph(lines.head(one));
            lines.reasons(one).forEach(line -> page.paragraph("  ", "    ", line));
        }
    }

    /// For programs and for pages: the property `forecasts`, absent where no model was asked.
    static void write(List<Foretelling> all, JsonGenerator json) {
        if (all.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("forecasts");
        for (Foretelling one : all) {
            json.writeStartObject();
            JsonReport.text(json, "forecast", one.name());
            json.writeObjectPropertyStart("title");
            JsonReport.text(json, "fr", one.titleFr());
            JsonReport.text(json, "en", one.titleEn());
            json.writeEndObject();
            json.writeStringProperty("learnt", one.learnt().toString());
            json.writeNumberProperty("places", one.places());
            json.writeNumberProperty("made", one.made());
            json.writeArrayPropertyStart("withheld");
            for (Silence silence : one.silences()) {
                json.writeStartObject();
                json.writeStringProperty("day", silence.day().toString());
                json.writeNumberProperty("forecasts", silence.forecasts());
                json.writeStringProperty("code", silence.code());
                JsonReport.text(json, "fr", silence.fr());
                JsonReport.text(json, "en", silence.en());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeObjectPropertyStart("said");
            said(json, "fr", one, new ForecastLines(Language.FRENCH));
            said(json, "en", one, new ForecastLines(Language.ENGLISH));
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void said(JsonGenerator json, String name, Foretelling one, ForecastLines lines) {
        json.writeArrayPropertyStart(name);
        json.writeString(JsonReport.wellFormed(lines.head(one)));
        lines.reasons(one).forEach(line -> json.writeString(JsonReport.wellFormed(line)));
        json.writeEndArray();
    }

    private String head(Foretelling one) {
        return words.pick(one.titleFr() + "\u00a0: ", one.titleEn() + ": ")
                + (one.made() == 0 && one.withheld() == 0 ? none(one) : counts(one));
    }

    private String none(Foretelling one) {
        if (one.places() == 0) {
            return words.pick(
                    "aucune prévision, car elle ne vaut nulle part mieux que ce que l’on a sans elle.",
                    "no forecast, as it is nowhere better than what people have without it.");
        }
        return words.pick(
                        "aucune prévision à faire. Le modèle a appris jusqu’au ",
                        "no forecast was due. The model learnt until ")
                + date(one.learnt())
                + words.pick("\u00a0; il ne prévoit que la suite.", "; it foretells only what comes after.");
    }

    private String counts(Foretelling one) {
        String made = words.count(
                one.made(), "prévision faite", "prévisions faites", "forecast was made", "forecasts were made");
        return made
                + (one.withheld() == 0
                        ? "."
                        : ", "
                                + words.count(
                                        one.withheld(),
                                        "a été retenue, car le monde n’était plus celui que le modèle a appris\u00a0:",
                                        "ont été retenues, car le monde n’était plus celui que le modèle a appris\u00a0:",
                                        "was withheld, as the world was no longer the one that the model learnt from:",
                                        "were withheld, as the world was no longer the one that the model learnt from:"));
    }

    /// Days in a row with the same reason are told together.
    private List<String> reasons(Foretelling one) {
        List<String> lines = new ArrayList<>();
        List<Silence> silences = one.silences();
        boolean mayLearn = false;
        int runs = 0;
        int more = 0;
        for (int first = 0; first < silences.size(); ) {
            int last = first;
            while (last + 1 < silences.size() && continues(silences.get(last), silences.get(last + 1))) {
                last++;
            }
            List<Silence> run = silences.subList(first, last + 1);
            mayLearn |= !run.getFirst().code().equals("plan-changed");
            if (runs++ < MOST_SILENCES) {
                lines.add(said(run));
            } else {
                more += run.size();
            }
            first = last + 1;
        }
        if (more > 0) {
            lines.add(words.pick("et ", "and on ")
                    + words.count(more, "autre jour.", "autres jours.", "more day.", "more days."));
        }
        if (mayLearn) {
            lines.add(words.pick(
                    "Apprendre de nouveau peut aider\u00a0: ./prevenance forecast train",
                    "Learning again may help: ./prevenance forecast train"));
        }
        return lines;
    }

    private static boolean continues(Silence one, Silence next) {
        return next.day().equals(one.day().plusDays(1)) && next.en().equals(one.en());
    }

    private String said(List<Silence> run) {
        LocalDate from = run.getFirst().day();
        LocalDate until = run.getLast().day();
        long forecasts = run.stream().mapToLong(Silence::forecasts).sum();
        String days = from.equals(until)
                ? date(from)
                : words.pick("du ", "from ") + date(from) + words.pick(" au ", " to ") + date(until);
        return days
                + words.pick("\u00a0: ", ": ")
                + words.whole(forecasts)
                + words.pick("\u00a0; ", "; ")
                + words.pick(run.getFirst().fr(), run.getFirst().en())
                + ".";
    }

    private String date(LocalDate day) {
        return date(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private String date(Instant instant) {
        return words.date(instant);
    }
}
