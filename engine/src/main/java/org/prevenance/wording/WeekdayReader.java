package org.prevenance.wording;

import java.util.Set;
import org.prevenance.wording.Token.Kind;
import org.prevenance.wording.Vocable.Role;

/// Days of the week on which something is open or closed: `du lundi au vendredi`, `fermé le dimanche`, `weekdays`.
final class WeekdayReader implements FactReader {
    private static final Set<String> THROUGH = Set.of("au", "to", "-", "–", "through");
    private static final Set<String> AND = Set.of("et", "and", ",");
    private static final int ALL_DAYS = 127;
    private static final int MONDAY_TO_FRIDAY = 31;
    private static final int WEEKEND = 96;

    private final Reading reading;
    private final Passage passage;
    private final Facts facts;

    WeekdayReader(Reading reading, Passage passage, Facts facts) {
        this.reading = reading;
        this.passage = passage;
        this.facts = facts;
    }

    /// @param days as bits, Monday is 1
    /// @param next the token after them
    private record Days(int days, int next) {}

    @Override
    public int read(int at) {
        Days named = named(at);
        if (named.next() > at && !isDate(named.next())) {
            boolean closed = closes(at);
            facts.weekdays(closed ? 0 : named.days(), closed ? named.days() : 0, at, named.next());
        }
        return named.next();
    }

    private Days named(int at) {
        if (day(at) > 0) {
            return listed(at);
        }
        if (passage.says(at, "tous les jours") || passage.says(at, "7 jours sur 7")) {
            return new Days(ALL_DAYS, at + 3);
        }
        if (passage.says(at, "every day") && !passage.word(at + 2).equals("of")) {
            return new Days(ALL_DAYS, at + 2);
        }
        return switch (passage.word(at)) {
            case "weekdays" -> new Days(MONDAY_TO_FRIDAY, at + 1);
            case "weekends" -> new Days(WEEKEND, at + 1);
            default -> new Days(0, at);
        };
    }

    /// `lundi au vendredi`, `Monday, Tuesday and Friday`.
    private Days listed(int at) {
        int days = 1 << day(at) - 1;
        int next = at + 1;
        int last = day(next + 1);
        if (passage.is(next, THROUGH) && last > 0) {
            days = span(day(at), last);
            next += 2;
        }
        while (passage.is(next, AND) && day(skipArticle(next + 1)) > 0) {
            next = skipArticle(next + 1);
            days |= 1 << day(next) - 1;
            next++;
        }
        return new Days(days, next);
    }

    /// Whether a date follows, which the weekday only names: `lundi 3 mars`.
    private boolean isDate(int next) {
        return month(next) > 0 || passage.isNumber(next) && month(next + 1) > 0 || passage.is(next, Kind.DATE);
    }

    private int skipArticle(int at) {
        return passage.word(at).equals("le") || passage.word(at).equals("les") ? at + 1 : at;
    }

    private int day(int at) {
        return passage.has(at) ? Calendar.weekday(passage.token(at)) : 0;
    }

    private int month(int at) {
        return passage.has(at) ? Calendar.month(passage.token(at)) : 0;
    }

    private static int span(int first, int last) {
        int days = 0;
        for (int day = first; ; day = day % 7 + 1) {
            days |= 1 << day - 1;
            if (day == last) {
                return days;
            }
        }
    }

    /// Whether these are days on which something is closed, or that are taken out.
    private boolean closes(int at) {
        int sentence = reading.sentence(at);
        return reading.vocables().stream()
                .takeWhile(vocable -> vocable.first() < at)
                .anyMatch(vocable -> reading.sentence(vocable.first()) == sentence
                        && at - vocable.last() <= 3
                        && (vocable.role() == Role.EXCEPT || isClosing(vocable)));
    }

    private boolean isClosing(Vocable vocable) {
        String word = passage.word(vocable.first());
        return word.equals("closed") || vocable.concept().equals("close") && word.startsWith("ferm");
    }
}
