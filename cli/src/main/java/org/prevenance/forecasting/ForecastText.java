package org.prevenance.forecasting;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.prevenance.event.ZoneDays;
import org.prevenance.forecast.model.ModelFile;
import org.prevenance.forecast.model.Provenance;
import org.prevenance.forecast.target.Foretold;
import org.prevenance.forecast.target.Target;
import org.prevenance.signal.Language;

/// What training and predicting came to, in plain sentences.
public final class ForecastText {
    private static final int SHOWN = 20;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");

    private ForecastText() {}

    public static String trained(Target target, ModelFile model, Path file, Language language) {
        boolean french = language == Language.FRENCH;
        Provenance provenance = model.provenance();
        Provenance.Data data = provenance.data();
        StringBuilder text = new StringBuilder();
        text.append(
                        french
                                ? target.declaration().titleFr()
                                : target.declaration().titleEn())
                .append(String.format(
                        french ? Locale.FRENCH : Locale.ENGLISH,
                        french
                                ? " : appris sur %,d exemples du %s au %s.%n"
                                : ": learnt from %,d examples from %s to %s.%n",
                        data.rows(),
                        DAY.format(data.from().atOffset(ZoneOffset.UTC)),
                        DAY.format(data.until().atOffset(ZoneOffset.UTC))));
        for (Provenance.Verdict verdict : provenance.verdicts()) {
            String where = verdict.part().equals("*") ? "" : ", " + verdict.part();
            text.append("  ")
                    .append(verdict.horizon())
                    .append(where)
                    .append(french ? " : " : ": ")
                    .append(verdict.shown() ? (french ? "montrée" : "shown") : (french ? "muette" : "silent"))
                    .append(" (")
                    .append(verdict.reason())
                    .append(")\n");
        }
        return text.append(file).append('\n').toString();
    }

    /// How many events may not be used.
    public static String leftOut(String purpose, ChronicleReader.Used used, Language language) {
        boolean french = language == Language.FRENCH;
        return String.format(
                french ? Locale.FRENCH : Locale.ENGLISH,
                french
                        ? "Laissés de côté, faute d’accord des personnes pour la finalité « %s » : %,d événements sur %,d."
                        : "Left out, as people have not opted in to the purpose “%s”: %,d of %,d events.",
                purpose,
                used.leftOut(),
                used.leftOut() + used.chronicle().size());
    }

    public static String foretold(List<Foretold> all, Language language) {
        boolean french = language == Language.FRENCH;
        if (all.isEmpty()) {
            return french
                    ? "Aucune prévision à faire, ou aucune qui vaille mieux que l’horaire.\n"
                    : "No forecast is due, or none that is better than the timetable.\n";
        }
        StringBuilder text = new StringBuilder();
        for (Foretold one : all.subList(0, Math.min(SHOWN, all.size()))) {
            text.append(ZoneDays.instant(one.at()))
                    .append("  ")
                    .append(one.subject())
                    .append("  ")
                    .append(new TreeMap<>(one.data()))
                    .append('\n');
        }
        if (all.size() > SHOWN) {
            text.append(String.format(
                    french ? Locale.FRENCH : Locale.ENGLISH,
                    french ? "… et %,d autres (--format json, --out).%n" : "… and %,d more (--format json, --out).%n",
                    all.size() - SHOWN));
        }
        return text.toString();
    }
}
