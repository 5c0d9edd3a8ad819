package org.prevenance.wording;

import java.time.LocalDate;
import java.util.Set;
import org.prevenance.wording.Fact.Measure;
import org.prevenance.wording.Token.Kind;

/// Dates and months: `2025-03-01`, `1er mars 2025`, `March 1st`, `mars 2025`.
final class DateReader implements FactReader {
    private static final Set<String> TO = Set.of("au", "to", "et");
    /// Months that are other words as well.
    private static final Set<String> AMBIGUOUS = Set.of("may", "march", "mar");

    private final Passage passage;
    private final Edges edges;
    private final Facts facts;

    DateReader(Passage passage, Edges edges, Facts facts) {
        this.passage = passage;
        this.edges = edges;
        this.facts = facts;
    }

    @Override
    public int read(int at) {
        Token token = passage.token(at);
        if (token.kind() == Kind.DATE) {
            LocalDate date = LocalDate.ofEpochDay((long) token.number());
            return found(date.getYear(), date.getMonthValue(), date.getDayOfMonth(), at, at + 1);
        }
        boolean day = (token.kind() == Kind.NUMBER || token.kind() == Kind.ORDINAL)
                && token.number() >= 1
                && token.number() <= 31
                && token.number() % 1 == 0;
        if (day) {
            return dayFirst(at, (int) token.number());
        }
        int month = Calendar.month(token);
        return month > 0 ? monthFirst(at, month) : at;
    }

    /// @param day 0 where a month is meant, as is a year that nobody says
    private int found(int year, int month, int day, int first, int next) {
        facts.moment(Measure.DATE, year * 10_000.0 + month * 100 + day, edges.of(first), first, next);
        return next;
    }

    private int month(int at) {
        return passage.has(at) ? Calendar.month(passage.token(at)) : 0;
    }

    private int year(int at) {
        boolean year = passage.isNumber(at)
                && passage.token(at).number() >= 1990
                && passage.token(at).number() <= 2100;
        return year ? (int) passage.token(at).number() : 0;
    }

    /// `1er mars 2025`, `1 March`; `7` in `du 7 au 29 août`.
    private int dayFirst(int at, int day) {
        int named = passage.word(at + 1).equals("of") ? at + 2 : at + 1;
        if (month(named) > 0) {
            int yearAt = passage.word(named + 1).equals(",") ? named + 2 : named + 1;
            int year = year(yearAt);
            return found(year, month(named), day, at, year > 0 ? yearAt + 1 : named + 1);
        }
        boolean range = passage.is(at + 1, TO)
                && (passage.isNumber(at + 2) || passage.is(at + 2, Kind.ORDINAL))
                && month(at + 3) > 0;
        return range ? found(year(at + 4), month(at + 3), day, at, at + 1) : at;
    }

    /// `March 1st, 2025`, `mars 2025`.
    private int monthFirst(int at, int month) {
        int dayAt = at + 1;
        boolean day = (passage.is(dayAt, Kind.ORDINAL)
                        || passage.isNumber(dayAt)
                                && passage.token(dayAt).number() <= 31
                                && passage.token(dayAt).number() >= 1)
                && Units.of(passage.word(dayAt + 1)) == null;
        if (day) {
            int yearAt = passage.word(dayAt + 1).equals(",") ? dayAt + 2 : dayAt + 1;
            int year = year(yearAt);
            int number = (int) passage.token(dayAt).number();
            return found(year, month, number, at, year > 0 ? yearAt + 1 : dayAt + 1);
        }
        if (year(dayAt) > 0) {
            return found(year(dayAt), month, 0, at, dayAt + 1);
        }
        String words = passage.before(at);
        boolean named = !passage.is(at, AMBIGUOUS)
                || words.endsWith(" in")
                || words.endsWith(" until")
                || words.endsWith(" from");
        return named && !words.isEmpty() ? found(0, month, 0, at, at + 1) : at;
    }
}
