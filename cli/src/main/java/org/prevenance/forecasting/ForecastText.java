package org.prevenance.forecasting;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.prevenance.check.Foretelling;
import org.prevenance.event.ZoneDays;
import org.prevenance.forecast.model.ModelFile;
import org.prevenance.forecast.model.Provenance;
import org.prevenance.forecast.target.Declaration;
import org.prevenance.forecast.target.Foretold;
import org.prevenance.forecast.target.Predicted;
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

    /// What is told of a model's forecasts beside what they say.
    public static Foretelling foretelling(Declaration declaration, ModelFile model, Predicted predicted) {
        Provenance provenance = model.provenance();
        return new Foretelling(
                declaration.name(),
                declaration.titleFr(),
                declaration.titleEn(),
                provenance.data().until(),
                (int) provenance.verdicts().stream()
                        .filter(Provenance.Verdict::shown)
                        .count(),
                predicted.made().size(),
                predicted.withheld().stream()
                        .map(one -> new Foretelling.Silence(
                                one.day(),
                                one.forecasts(),
                                one.why().code(),
                                one.why().fr(),
                                one.why().en()))
                        .toList());
    }

    /// How fast questions were answered, facts and models together.
    ///
    /// @param took      nanoseconds
    /// @param processor nanoseconds that all processors worked in that time
    /// @param reading   nanoseconds that reading the events took before
    public static String took(long answered, long took, long processor, long reading, Language language) {
        boolean french = language == Language.FRENCH;
        return String.format(
                french ? Locale.FRENCH : Locale.ENGLISH,
                french
                        ? "%,d réponses en %.1f s, soit %,.0f par seconde (processeurs : %.1f s) ; lecture : %.1f s.%n"
                        : "%,d answers in %.1f s, %,.0f a second (%.1f s of processor time); reading took %.1f s.%n",
                answered,
                took / 1e9,
                answered / (took / 1e9),
                processor / 1e9,
                reading / 1e9);
    }

    public static String foretold(List<Foretold> all, Language language) {
        boolean french = language == Language.FRENCH;
        StringBuilder text = new StringBuilder();
        for (Foretold one : all.subList(0, Math.min(SHOWN, all.size()))) {
            text.append(ZoneDays.instant(one.at()))
                    .append("  ")
                    .append(one.subject())
                    .append("  ")
                    .append(one.data().entrySet().stream()
                            .map(each -> each.getKey() + " " + each.getValue())
                            .collect(Collectors.joining(", ")))
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
