package org.prevenance.forecasting;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.prevenance.forecast.judge.Eta;
import org.prevenance.forecast.judge.Figure;
import org.prevenance.signal.Language;

/// How good running estimates were, as a table or as JSON.
public final class EtaText {
    private EtaText() {}

    /// A sentence and a table.
    ///
    /// @param etas empty where nothing could be judged
    public static String of(List<Eta> etas, Language language) {
        boolean french = language == Language.FRENCH;
        if (etas.isEmpty()) {
            return french
                    ? "Aucune arrivée dont l’heure réelle et une estimation soient connues.\n"
                    : "No arrival of which both the real time and an estimate are known.\n";
        }
        StringBuilder text = new StringBuilder(
                french
                        ? "Estimations assez bonnes pour qui attend, selon les minutes qui restaient vraiment :\n"
                        : "Estimates good enough for the one who waits, by the minutes that were really left:\n");
        for (Eta eta : etas) {
            text.append("\n  ")
                    .append(french ? eta.method().fr() : eta.method().en())
                    .append('\n');
            for (Eta.Share share : eta.buckets()) {
                row(text, minutes(share, french ? " à " : " to "), said(share.accurate(), french), share.predictions());
            }
            row(text, french ? "en moyenne" : "on average", said(eta.overall(), french), 0);
        }
        return text.append('\n')
                .append(
                        french
                                ? "Entre parenthèses : l’intervalle à 95 %, par tirage au sort de jours entiers.\n"
                                : "In brackets: the 95% interval, by drawing whole days.\n")
                .toString();
    }

    private static void row(StringBuilder text, String name, String share, long predictions) {
        String of = predictions == 0 ? "" : "/ " + predictions;
        text.append(String.format(Locale.ROOT, "    %-12s %-24s %s", name, share, of)
                        .stripTrailing())
                .append('\n');
    }

    private static String minutes(Eta.Share share, String between) {
        return Math.round(share.bucket().from())
                + between
                + Math.round(share.bucket().to());
    }

    private static String said(@Nullable Figure figure, boolean french) {
        return figure == null
                ? "–"
                : String.format(
                        french ? Locale.FRENCH : Locale.ENGLISH,
                        french ? "%.1f %% (%.1f à %.1f)" : "%.1f%% (%.1f to %.1f)",
                        figure.value() * 100,
                        figure.low() * 100,
                        figure.high() * 100);
    }

    /// `[{"method": "forecast", "buckets": [{"from": 0, "to": 3, "predictions": 12, "accurate": 0.75}, …], "overall":
    /// null},
    /// …]`; what is not known is null.
    public static String json(List<Eta> etas) {
        StringJoiner methods = new StringJoiner(", ", "[", "]\n");
        for (Eta eta : etas) {
            StringJoiner buckets = new StringJoiner(", ", "[", "]");
            for (Eta.Share share : eta.buckets()) {
                buckets.add("{\"from\": %d, \"to\": %d, \"predictions\": %d, \"accurate\": %s}"
                        .formatted(
                                Math.round(share.bucket().from()),
                                Math.round(share.bucket().to()),
                                share.predictions(),
                                number(share.accurate())));
            }
            methods.add("{\"method\": \"%s\", \"buckets\": %s, \"overall\": %s}"
                    .formatted(eta.method().name(), buckets, number(eta.overall())));
        }
        return methods.toString();
    }

    private static String number(@Nullable Figure figure) {
        return figure == null ? "null" : String.format(Locale.ROOT, "%.4f", figure.value());
    }
}
