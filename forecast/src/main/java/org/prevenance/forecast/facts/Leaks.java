package org.prevenance.forecast.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.prevenance.event.ZoneDays;
import org.prevenance.forecast.chronicle.Chronicle;

/// Proves, on a sample of instants, that facts are the same when everything that became known later is not even there.
/// A fact that reads events which were not yet known cannot pass, by whatever way it came to them.
public final class Leaks {
    private static final int QUESTIONS = 400;

    private Leaks() {}

    /// Cuts the chronicle at some instants of its questions, asks again, and compares.
    ///
    /// @param examples asked with everything there
    /// @param samples  at how many instants
    /// @throws LeakFound at the first fact that differs
    public static void refuse(Facts facts, Chronicle chronicle, Horizon horizon, Examples examples, int samples) {
        for (int sample = 1; sample <= samples && examples.size() > 0; sample++) {
            // a little more of the front than even steps, as later cuts cost more
            double share = Math.pow((double) sample / (samples + 1), 1.5);
            long cut = examples.asked((int) (share * (examples.size() - 1)));
            compare(facts, examples, facts.ask(chronicle.until(cut), horizon, cut, cut), cut, chronicle);
        }
    }

    private static void compare(Facts facts, Examples all, Examples blind, long cut, Chronicle chronicle) {
        List<Integer> last = new ArrayList<>();
        for (int row = blind.size() - 1; row >= 0 && last.size() < QUESTIONS; row--) {
            last.add(row);
        }
        for (int row : last) {
            boolean same =
                    row < all.size() && all.asked(row) == blind.asked(row) && all.subject(row) == blind.subject(row);
            if (!same) {
                throw new LeakFound("""
                        Of the questions asked until %s the %d-th is another one when nothing later is known.
                        Which questions are asked must not depend on the future.""".formatted(ZoneDays.instant(cut), row + 1));
            }
            int[] one = {row};
            float[] seen = all.matrix(one, all.width());
            float[] known = blind.matrix(one, all.width());
            int different = Arrays.mismatch(seen, known);
            if (different >= 0) {
                throw new LeakFound(
                        message(facts.names().get(different), seen[different], known[different], all, row, chronicle));
            }
        }
    }

    private static String message(String fact, float seen, float known, Examples all, int row, Chronicle chronicle) {
        Instant at = ZoneDays.instant(all.asked(row));
        return """
                The fact (%s) knows the future: asked about %s at %s it is %s, but with what was known by then it is %s.
                Whoever learns from it learns what nobody can know.
                Maybe it reads a later call of the trip itself; let it read only what is known at the instant of the question.""".formatted(fact, chronicle.words().subjects().name(all.subject(row)), at, said(seen), said(known));
    }

    private static String said(float value) {
        return Float.isNaN(value) ? "unknown" : String.valueOf(value);
    }
}
