package org.prevenance.wording;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prevenance.wording.Fact.Edge;
import org.prevenance.wording.Fact.Measure;
import org.prevenance.wording.Numerals.Numeral;
import org.prevenance.wording.Token.Kind;

/// Times of day: `17:30`, `9 h 30`, `de 9 h à 18 h`, `5 pm`, `midi`.
final class TimeReader implements FactReader {
    private static final List<String> CLOCK_CUES =
            List.of("a", "de", "des", "avant", "apres", "vers", "jusqu a", "partir de", "entre", "compter de");
    private static final Set<String> TO = Set.of("a", "to", "-", "–", "et", "and", "until", "till");
    private static final Set<String> HOURS = Set.of("h", "heures", "heure");
    /// After these `9 h` is a length of time.
    private static final Set<String> LENGTH = Set.of("avant", "apres", "de", "d");

    private final Passage passage;
    private final Edges edges;
    private final Facts facts;

    TimeReader(Passage passage, Edges edges, Facts facts) {
        this.passage = passage;
        this.edges = edges;
        this.facts = facts;
    }

    /// @param next    the token after it
    /// @param certain whether it can be nothing but a time
    private record Clock(double minutes, int next, boolean certain) {}

    @Override
    public int read(int at) {
        Clock first = clock(at);
        if (first == null) {
            return at;
        }
        Clock second = passage.is(first.next(), TO) ? clock(first.next() + 1) : null;
        if (second != null) {
            facts.moment(Measure.TIME_OF_DAY, first.minutes(), Edge.FROM, at, first.next());
            facts.moment(Measure.TIME_OF_DAY, second.minutes(), Edge.UNTIL, first.next() + 1, second.next());
            return second.next();
        }
        if (!first.certain() && !isToldTime(at, first)) {
            return at;
        }
        facts.moment(Measure.TIME_OF_DAY, first.minutes(), edges.of(at), at, first.next());
        return first.next();
    }

    /// Whether `9 h` is a time and not a length of time.
    private boolean isToldTime(int at, Clock clock) {
        String words = passage.before(at);
        boolean range = words.endsWith(" de") && !passage.is(clock.next(), TO);
        return clock.minutes() <= 24 * 60
                && !passage.is(clock.next(), LENGTH)
                && !range
                && Passage.endsWith(words, CLOCK_CUES);
    }

    private @Nullable Clock clock(int at) {
        if (!passage.has(at)) {
            return null;
        }
        Token token = passage.token(at);
        if (token.kind() == Kind.CLOCK) {
            return halfDay(token.number(), at + 1);
        }
        return switch (token.text()) {
            case "midi", "noon", "midday" -> new Clock(12 * 60, at + 1, true);
            case "minuit", "midnight" -> new Clock(24 * 60, at + 1, true);
            default -> hour(Numerals.at(passage.tokens(), at));
        };
    }

    private @Nullable Clock hour(Numeral hour) {
        if (hour.next() < 0 || hour.value() > 24) {
            return null;
        }
        String unit = passage.word(hour.next());
        if (unit.equals("am") || unit.equals("pm")) {
            double minutes = Math.floor(hour.value()) * 60 + Math.round(hour.value() % 1 * 100);
            return halfDay(minutes, hour.next());
        }
        if (!HOURS.contains(unit) || hour.value() % 1 != 0) {
            return null;
        }
        int next = hour.next() + 1;
        boolean minutes = passage.isNumber(next)
                && passage.token(next).number() < 60
                && Units.of(passage.word(next + 1)) == null
                && passage.length(next) == 2;
        double past = minutes ? passage.token(next).number() : 0;
        return new Clock(hour.value() * 60 + past, minutes ? next + 1 : next, false);
    }

    private Clock halfDay(double minutes, int next) {
        boolean afternoon = passage.word(next).equals("pm");
        boolean morning = passage.word(next).equals("am");
        double told = afternoon && minutes < 12 * 60
                ? minutes + 12 * 60
                : morning && minutes >= 12 * 60 ? minutes - 12 * 60 : minutes;
        return new Clock(told, afternoon || morning ? next + 1 : next, true);
    }
}
