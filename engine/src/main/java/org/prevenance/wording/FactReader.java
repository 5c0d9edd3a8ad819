package org.prevenance.wording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prevenance.wording.Fact.Bound;
import org.prevenance.wording.Fact.Edge;
import org.prevenance.wording.Fact.Measure;
import org.prevenance.wording.Numerals.Numeral;
import org.prevenance.wording.Token.Kind;
import org.prevenance.wording.Units.Unit;
import org.prevenance.wording.Vocable.Role;

/// Finds the figures, dates, times and opening days that a text states.
final class FactReader {
    private static final List<String> LEAST = List.of(
            "plus de",
            "plus d",
            "au moins",
            "minimum",
            "minimum de",
            "des",
            "a partir de",
            "au dela de",
            "superieur a",
            "superieure a",
            "depasse",
            "depasser",
            "over",
            "above",
            "more than",
            "at least",
            "from",
            "minimum of",
            "exceed",
            "exceeds",
            "aged",
            "least",
            "than");
    private static final List<String> MOST = List.of(
            "moins de",
            "moins d",
            "jusqu a",
            "au plus",
            "maximum",
            "maximum de",
            "dans la limite de",
            "limite a",
            "limitee a",
            "plafonne a",
            "plafonnes a",
            "sous",
            "en dessous de",
            "within",
            "up to",
            "less than",
            "under",
            "below",
            "no more than",
            "not more than",
            "no later than",
            "not exceed",
            "pas depasser",
            "moins",
            "fewer than");
    private static final List<String> LEAST_AFTER = List.of(
            "minimum",
            "ou plus",
            "et plus",
            "or more",
            "or over",
            "and over",
            "and above",
            "or older",
            "+",
            "au moins");
    private static final List<String> MOST_AFTER =
            List.of("maximum", "max", "au plus", "au maximum", "or less", "ou moins", "at most");
    private static final List<String> CLOCK_CUES =
            List.of("a", "de", "des", "avant", "apres", "vers", "jusqu a", "partir de", "entre", "compter de");
    private static final List<String> UNTIL_CUES = List.of(
            "jusqu au",
            "jusqu a",
            "jusqu",
            "until",
            "till",
            "by",
            "before",
            "avant",
            "avant le",
            "au plus tard",
            "au plus tard le",
            "no later than",
            "to",
            "au");
    private static final List<String> FROM_CUES = List.of(
            "a partir du",
            "a partir de",
            "a partir",
            "des",
            "des le",
            "a compter du",
            "a compter de",
            "from",
            "as of",
            "depuis le",
            "depuis",
            "since",
            "du",
            "after",
            "apres",
            "starting");
    private static final Set<String> AGES = Set.of(
            "age",
            "agee",
            "ages",
            "agees",
            "aged",
            "enfant",
            "enfants",
            "jeune",
            "jeunes",
            "senior",
            "seniors",
            "child",
            "children",
            "people",
            "customers",
            "adult",
            "old",
            "moins",
            "under",
            "over",
            "personnes",
            "voyageurs",
            "clients");
    private static final Set<String> UNTIL_WORDS = Set.of("end", "close");
    private static final Set<String> FROM_WORDS = Set.of("start", "open");

    private final Reading reading;
    private final List<Token> tokens;
    private final List<Fact> facts = new ArrayList<>();

    FactReader(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    List<Fact> read() {
        int at = 0;
        while (at < tokens.size()) {
            at = Math.max(at + 1, factAt(at));
        }
        return new OpenDays(facts).settled();
    }

    /// The token after the fact that begins here; not after `at` where none does.
    private int factAt(int at) {
        int next = idiom(at);
        next = next > at ? next : date(at);
        next = next > at ? next : timeOfDay(at);
        next = next > at ? next : weekdays(at);
        return next > at ? next : quantity(at);
    }

    private String word(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).text() : "";
    }

    private boolean isNumber(int at) {
        return at >= 0 && at < tokens.size() && tokens.get(at).kind() == Kind.NUMBER;
    }

    /// Up to four words before a token in its sentence, with a space before each.
    private String before(int at) {
        StringBuilder words = new StringBuilder();
        for (int i = Math.max(0, at - 4); i < at; i++) {
            switch (tokens.get(i).kind()) {
                case WORD -> words.append(' ').append(word(i));
                case END, PAUSE -> words.setLength(0);
                default -> {}
            }
        }
        return words.toString();
    }

    private String after(int at) {
        StringBuilder words = new StringBuilder();
        for (int i = at; i < tokens.size() && i < at + 3; i++) {
            Kind kind = tokens.get(i).kind();
            if (kind != Kind.WORD && kind != Kind.SIGN) {
                break;
            }
            words.append(word(i)).append(' ');
        }
        return words.toString();
    }

    private static boolean endsWith(String words, List<String> cues) {
        return cues.stream().anyMatch(cue -> words.endsWith(" " + cue));
    }

    private static boolean startsWith(String words, List<String> cues) {
        return cues.stream().anyMatch(cue -> words.startsWith(cue + " "));
    }

    private void add(
            Measure measure,
            String unit,
            double low,
            double high,
            String per,
            Bound bound,
            Edge edge,
            int first,
            int next) {
        Map<String, Double> context = reading.context(first, next - 1);
        if (measure == Measure.COUNT) {
            context.remove(unit);
        }
        facts.add(new Fact(
                measure,
                unit,
                low,
                high,
                per,
                bound,
                edge,
                isFree(first),
                context,
                tokens.get(first).start(),
                tokens.get(next - 1).end()));
    }

    private boolean isFree(int token) {
        return reading.freeIn(reading.sentence(token));
    }

    // ---- idioms that are no figures ----

    /// `24 h sur 24`, `7 j/7`, `24/7`.
    private int idiom(int at) {
        if (!isNumber(at)) {
            return at;
        }
        double value = tokens.get(at).number();
        if (value != 24 && value != 7) {
            return at;
        }
        for (int next = at + 1; next <= at + 3 && next < tokens.size(); next++) {
            boolean over = word(next).equals("sur") || word(next).equals("/");
            if (over
                    && isNumber(next + 1)
                    && (tokens.get(next + 1).number() == 24
                            || tokens.get(next + 1).number() == 7)) {
                if (value == 7 || tokens.get(next + 1).number() == 7) {
                    add(Measure.WEEKDAYS, "", 127, 0, "", Bound.NONE, Edge.NONE, at, next + 2);
                }
                return next + 2;
            }
        }
        return at;
    }

    // ---- dates ----

    private int date(int at) {
        Token token = tokens.get(at);
        if (token.kind() == Kind.DATE) {
            LocalDate date = LocalDate.ofEpochDay((long) token.number());
            return date(date.getYear(), date.getMonthValue(), date.getDayOfMonth(), at, at + 1);
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

    private int date(int year, int month, int day, int first, int next) {
        add(
                Measure.DATE,
                "",
                year * 10_000.0 + month * 100 + day,
                year * 10_000.0 + month * 100 + day,
                "",
                Bound.NONE,
                edge(first),
                first,
                next);
        return next;
    }

    private int month(int at) {
        return at < tokens.size() ? Calendar.month(tokens.get(at)) : 0;
    }

    private int year(int at) {
        boolean year = isNumber(at)
                && tokens.get(at).number() >= 1990
                && tokens.get(at).number() <= 2100;
        return year ? (int) tokens.get(at).number() : 0;
    }

    /// `1er mars 2025`, `1 March`; `7` in `du 7 au 29 août`.
    private int dayFirst(int at, int day) {
        int named = word(at + 1).equals("of") ? at + 2 : at + 1;
        if (month(named) > 0) {
            int yearAt = word(named + 1).equals(",") ? named + 2 : named + 1;
            int year = year(yearAt);
            return date(year, month(named), day, at, year > 0 ? yearAt + 1 : named + 1);
        }
        boolean range = (word(at + 1).equals("au")
                        || word(at + 1).equals("to")
                        || word(at + 1).equals("et"))
                && (isNumber(at + 2)
                        || tokens.size() > at + 2 && tokens.get(at + 2).kind() == Kind.ORDINAL)
                && month(at + 3) > 0;
        return range ? date(year(at + 4), month(at + 3), day, at, at + 1) : at;
    }

    /// `March 1st, 2025`, `mars 2025`.
    private int monthFirst(int at, int month) {
        boolean modal = word(at).equals("may") || word(at).equals("march") || word(at).equals("mar");
        int dayAt = at + 1;
        boolean day = dayAt < tokens.size()
                && (tokens.get(dayAt).kind() == Kind.ORDINAL
                        || isNumber(dayAt)
                                && tokens.get(dayAt).number() <= 31
                                && tokens.get(dayAt).number() >= 1)
                && Units.of(word(dayAt + 1)) == null;
        if (day) {
            int yearAt = word(dayAt + 1).equals(",") ? dayAt + 2 : dayAt + 1;
            int year = year(yearAt);
            return date(year, month, (int) tokens.get(dayAt).number(), at, year > 0 ? yearAt + 1 : dayAt + 1);
        }
        if (year(dayAt) > 0) {
            return date(year(dayAt), month, 0, at, dayAt + 1);
        }
        boolean named = !modal
                || before(at).endsWith(" in")
                || before(at).endsWith(" until")
                || before(at).endsWith(" from");
        return named && !before(at).isEmpty() ? date(0, month, 0, at, at + 1) : at;
    }

    private Edge edge(int first) {
        String words = before(first);
        if (words.endsWith(" le") || words.endsWith(" the")) {
            words = words.substring(0, words.lastIndexOf(' '));
        }
        if (endsWith(words, FROM_CUES)) {
            return Edge.FROM;
        }
        if (endsWith(words, UNTIL_CUES)) {
            return Edge.UNTIL;
        }
        return verbEdge(first);
    }

    /// What the nearest word before in the sentence says: `ferme`, `commence`.
    private Edge verbEdge(int first) {
        for (int i = reading.vocables().size() - 1; i >= 0; i--) {
            Vocable vocable = reading.vocables().get(i);
            if (vocable.first() < first && reading.sentence(vocable.first()) == reading.sentence(first)) {
                if (UNTIL_WORDS.contains(vocable.concept())) {
                    return Edge.UNTIL;
                }
                if (FROM_WORDS.contains(vocable.concept())) {
                    return Edge.FROM;
                }
            } else if (vocable.first() < first) {
                break;
            }
        }
        return Edge.NONE;
    }

    // ---- times of day ----

    /// @param next the token after it
    private record Clock(double minutes, int next, boolean certain) {}

    private int timeOfDay(int at) {
        Clock first = clock(at);
        if (first == null) {
            return at;
        }
        boolean to = isTo(first.next());
        Clock second = to ? clock(first.next() + 1) : null;
        if (second != null) {
            double from = first.minutes();
            add(Measure.TIME_OF_DAY, "", from, from, "", Bound.NONE, Edge.FROM, at, first.next());
            add(
                    Measure.TIME_OF_DAY,
                    "",
                    second.minutes(),
                    second.minutes(),
                    "",
                    Bound.NONE,
                    Edge.UNTIL,
                    first.next() + 1,
                    second.next());
            return second.next();
        }
        boolean told = first.certain() || isToldTime(at, first);
        if (!told) {
            return at;
        }
        add(Measure.TIME_OF_DAY, "", first.minutes(), first.minutes(), "", Bound.NONE, edge(at), at, first.next());
        return first.next();
    }

    private boolean isTo(int at) {
        String word = word(at);
        return word.equals("a")
                || word.equals("to")
                || word.equals("-")
                || word.equals("–")
                || word.equals("et")
                || word.equals("and")
                || word.equals("until")
                || word.equals("till");
    }

    /// Whether `9 h` is a time and not a length of time.
    private boolean isToldTime(int at, Clock clock) {
        String following = word(clock.next());
        boolean length = following.equals("avant")
                || following.equals("apres")
                || following.equals("de")
                || following.equals("d");
        String words = before(at);
        boolean range = words.endsWith(" de") && !isTo(clock.next());
        return clock.minutes() <= 24 * 60 && !length && !range && endsWith(words, CLOCK_CUES);
    }

    private @Nullable Clock clock(int at) {
        if (at >= tokens.size()) {
            return null;
        }
        Token token = tokens.get(at);
        if (token.kind() == Kind.CLOCK) {
            return halfDay(token.number(), at + 1);
        }
        switch (token.text()) {
            case "midi", "noon", "midday" -> {
                return new Clock(12 * 60, at + 1, true);
            }
            case "minuit", "midnight" -> {
                return new Clock(24 * 60, at + 1, true);
            }
            default -> {}
        }
        Numeral hour = Numerals.at(tokens, at);
        if (hour.next() < 0 || hour.value() > 24) {
            return null;
        }
        String unit = word(hour.next());
        if (unit.equals("am") || unit.equals("pm")) {
            double minutes = Math.floor(hour.value()) * 60 + Math.round(hour.value() % 1 * 100);
            return halfDay(minutes, hour.next());
        }
        boolean french = unit.equals("h") || unit.equals("heures") || unit.equals("heure");
        if (!french || hour.value() % 1 != 0) {
            return null;
        }
        int next = hour.next() + 1;
        boolean minutes = isNumber(next)
                && tokens.get(next).number() < 60
                && Units.of(word(next + 1)) == null
                && tokens.get(next).end() - tokens.get(next).start() == 2;
        double past = minutes ? tokens.get(next).number() : 0;
        return new Clock(hour.value() * 60 + past, minutes ? next + 1 : next, false);
    }

    private Clock halfDay(double minutes, int next) {
        boolean afternoon = word(next).equals("pm");
        boolean morning = word(next).equals("am");
        double told = afternoon && minutes < 12 * 60
                ? minutes + 12 * 60
                : morning && minutes >= 12 * 60 ? minutes - 12 * 60 : minutes;
        return new Clock(told, afternoon || morning ? next + 1 : next, true);
    }

    // ---- weekdays ----

    private int weekdays(int at) {
        int next = at;
        int days = 0;
        int first = day(at);
        if (first > 0) {
            days = 1 << first - 1;
            next = at + 1;
            String joint = word(next);
            boolean through = joint.equals("au")
                    || joint.equals("to")
                    || joint.equals("-")
                    || joint.equals("–")
                    || joint.equals("through");
            int last = day(next + 1);
            if (through && last > 0) {
                days = span(first, last);
                next += 2;
            }
            while ((word(next).equals("et")
                            || word(next).equals("and")
                            || word(next).equals(","))
                    && day(skipArticle(next + 1)) > 0) {
                next = skipArticle(next + 1);
                days |= 1 << day(next) - 1;
                next++;
            }
        } else if (phrase(at, "tous les jours") || phrase(at, "7 jours sur 7")) {
            days = 127;
            next = at + 3;
        } else if (phrase(at, "every day") && !word(at + 2).equals("of")) {
            days = 127;
            next = at + 2;
        } else if (word(at).equals("weekdays")) {
            days = 31;
            next = at + 1;
        } else if (word(at).equals("weekends")) {
            days = 96;
            next = at + 1;
        }
        if (next > at) {
            boolean closed = closes(at);
            boolean date = month(next) > 0
                    || isNumber(next) && month(next + 1) > 0
                    || next < tokens.size() && tokens.get(next).kind() == Kind.DATE;
            if (!date) {
                add(Measure.WEEKDAYS, "", closed ? 0 : days, closed ? days : 0, "", Bound.NONE, Edge.NONE, at, next);
            }
        }
        return next;
    }

    private int skipArticle(int at) {
        return word(at).equals("le") || word(at).equals("les") ? at + 1 : at;
    }

    private int day(int at) {
        return at < tokens.size() ? Calendar.weekday(tokens.get(at)) : 0;
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

    private boolean phrase(int at, String words) {
        String[] all = words.split(" ");
        for (int i = 0; i < all.length; i++) {
            if (!word(at + i).equals(all[i])) {
                return false;
            }
        }
        return true;
    }

    /// Whether these are days on which something is closed, or that are taken out.
    private boolean closes(int at) {
        int sentence = reading.sentence(at);
        boolean near = false;
        for (Vocable vocable : reading.vocables()) {
            if (vocable.first() >= at) {
                break;
            }
            if (reading.sentence(vocable.first()) == sentence) {
                boolean closing = vocable.concept().equals("close")
                                && word(vocable.first()).startsWith("ferm")
                        || word(vocable.first()).equals("closed");
                near = vocable.role() == Role.EXCEPT && at - vocable.last() <= 3 || closing && at - vocable.last() <= 3;
                if (near) {
                    return true;
                }
            }
        }
        return near;
    }

    // ---- figures with a unit, and counts ----

    private int quantity(int at) {
        int first = at;
        Unit money = tokens.get(at).kind() == Kind.SIGN
                        || word(at).equals("eur")
                        || word(at).equals("gbp")
                        || word(at).equals("usd")
                ? Units.of(word(at))
                : null;
        if (money != null && money.measure() == Measure.MONEY) {
            at++;
        } else {
            money = null;
        }
        if (at >= tokens.size()) {
            return first;
        }
        Numeral low = numeral(at);
        if (low.next() < 0) {
            return first;
        }
        Numeral high = range(low, first);
        int next = high.next();
        if (money != null) {
            return told(money, low.value(), high.value(), first, next, money.name());
        }
        int unitAt = word(next).equals("d") || word(next).equals("de") ? next + 1 : next;
        unitAt = ORDINARY.contains(word(unitAt)) ? unitAt + 1 : unitAt;
        Unit unit = unit(unitAt);
        if (unit != null) {
            return told(unit, low.value(), high.value(), first, unitEnd(unitAt), unit.name());
        }
        if (word(next).equals("pour") && word(next + 1).equals("cent")) {
            return told(new Unit(Measure.PERCENT, "", 1), low.value(), high.value(), first, next + 2, "");
        }
        return bare(low, high, first, next);
    }

    private static final Set<String> ORDINARY = Set.of(
            "premiers", "premieres", "derniers", "dernieres", "first", "last", "full", "petites", "longues", "whole");

    private @Nullable Unit unit(int at) {
        String word = word(at);
        if (word(at + 1).equals("/") && word(at + 2).equals("s")) {
            return Units.of(word + "/s") == null ? Units.of(word) : Units.of(word + "/s");
        }
        if (word.equals("m") && word(at + 1).equals("/")) {
            return null;
        }
        if (word.equals("an")) {
            return Units.of("ans");
        }
        return Units.of(word);
    }

    private int unitEnd(int at) {
        if (word(at + 1).equals("/") && word(at + 2).equals("s")) {
            return at + 3;
        }
        return word(at).equals("°") && word(at + 1).equals("c") ? at + 2 : at + 1;
    }

    /// A number; also `un mois`, `une heure`, `a week`, `half an hour`.
    private Numeral numeral(int at) {
        Numeral numeral = Numerals.at(tokens, at);
        if (numeral.next() >= 0) {
            boolean half = word(numeral.next()).equals("et")
                    && word(numeral.next() + 1).startsWith("demi");
            return half ? new Numeral(numeral.value() + 0.5, numeral.next() + 2) : numeral;
        }
        String word = word(at);
        boolean one =
                word.equals("un") || word.equals("une") || word.equals("one") || word.equals("a") || word.equals("an");
        if (phrase(at, "half an") || phrase(at, "half a")) {
            return new Numeral(0.5, at + 2);
        }
        if (!one && !word.startsWith("demi") && !word.equals("half")) {
            return Numeral.NONE;
        }
        if (!one) {
            int next = word(at + 1).equals("-") ? at + 2 : at + 1;
            return isTimeUnit(next) ? new Numeral(0.5, next) : Numeral.NONE;
        }
        if (word(at + 1).startsWith("demi")) {
            int next = word(at + 2).equals("-") ? at + 3 : at + 2;
            return new Numeral(0.5, next);
        }
        if (phrase(at + 1, "quart d")) {
            return new Numeral(0.25, at + 3);
        }
        boolean per = (word.equals("a") || word.equals("an")) && at > 0 && !ONE_CUES.contains(word(at - 1));
        return isTimeUnit(at + 1) && !per ? new Numeral(1, at + 1) : Numeral.NONE;
    }

    /// Before these `a week` is a length of time, elsewhere it is `each week`.
    private static final Set<String> ONE_CUES = Set.of(
            "within", "in", "for", "about", "than", "takes", "take", "wait", "least", "lasts", "after", "only", "of");

    private boolean isTimeUnit(int at) {
        Unit unit = unit(at);
        return unit != null && unit.measure() == Measure.DURATION && word(at).length() > 1;
    }

    /// `3 à 5`, `3-5`, `entre 3 et 5`; the number itself where it is no range.
    private Numeral range(Numeral low, int first) {
        String joint = word(low.next());
        boolean between = before(first).endsWith(" entre") || before(first).endsWith(" between");
        boolean joins = joint.equals("a")
                || joint.equals("to")
                || joint.equals("-")
                || joint.equals("–")
                || joint.equals("ou")
                || joint.equals("or")
                || between && (joint.equals("et") || joint.equals("and"));
        if (!joins || low.next() + 1 >= tokens.size()) {
            return low;
        }
        int at = low.next() + 1;
        at = Units.of(word(at)) != null && tokens.get(at).kind() == Kind.SIGN && at + 1 < tokens.size() ? at + 1 : at;
        Numeral high = Numerals.at(tokens, at);
        return high.next() > 0 && high.value() > low.value() ? high : low;
    }

    private int told(Unit unit, double low, double high, int first, int next, String name) {
        Measure measure = unit.measure();
        Bound bound = bound(first, next);
        String per = measure == Measure.DURATION ? "" : per(next);
        double factor = unit.factor();
        String named = name;
        int end = next;
        if (measure == Measure.DURATION) {
            if (isAge(unit, first, next, bound)) {
                measure = Measure.AGE;
                factor = 1;
                named = "";
            } else {
                Numeral minutes = name.equals("hour") && unit.factor() == 1 && next < tokens.size()
                        ? Numerals.at(tokens, next)
                        : Numeral.NONE;
                boolean more = isNumber(next)
                        && minutes.value() < 60
                        && low == high
                        && (word(next + 1).equals("min")
                                || word(next + 1).equals("minutes")
                                || Units.of(word(next + 1)) == null
                                        && word(next - 1).equals("h"));
                if (more) {
                    low += minutes.value() / 60;
                    high = low;
                    end = Units.of(word(next + 1)) != null ? next + 2 : next + 1;
                }
                boolean working = WORKING.contains(word(next)) || WORKING.contains(word(next - 2));
                named = working && name.equals("day") ? "workday" : name;
            }
        } else if (measure == Measure.MONEY && per.equals("year")) {
            factor /= 12;
            per = "month";
        }
        if (measure == Measure.MONEY
                && isNumber(next)
                && word(next - 1).startsWith("euro")
                && tokens.get(next).number() < 100
                && tokens.get(next).end() - tokens.get(next).start() == 2) {
            low += tokens.get(next).number() / 100;
            high = low;
            end = next + 1;
        }
        add(measure, named, low * factor, high * factor, per, bound, Edge.NONE, first, end);
        return end;
    }

    private static final Set<String> WORKING =
            Set.of("ouvre", "ouvres", "ouvrable", "ouvrables", "working", "business");

    private boolean isAge(Unit unit, int first, int next, Bound bound) {
        boolean years = unit.factor() == 24 * 360;
        if (!years) {
            return false;
        }
        String words = before(first) + " ";
        boolean cue = words.contains(" age")
                || words.contains(" moins de ")
                || words.contains(" plus de ") && bound == Bound.LEAST
                || words.endsWith(" des ")
                || words.endsWith(" a partir de ")
                || word(next).equals("old");
        return cue || words.contains(" enfants de ");
    }

    private static final Map<String, String> PERIODS = Map.ofEntries(
            Map.entry("mois", "month"),
            Map.entry("month", "month"),
            Map.entry("mensuel", "month"),
            Map.entry("mensuels", "month"),
            Map.entry("mensuelle", "month"),
            Map.entry("monthly", "month"),
            Map.entry("an", "year"),
            Map.entry("year", "year"),
            Map.entry("annee", "year"),
            Map.entry("annuel", "year"),
            Map.entry("jour", "day"),
            Map.entry("day", "day"),
            Map.entry("semaine", "week"),
            Map.entry("week", "week"),
            Map.entry("heure", "hour"),
            Map.entry("hour", "hour"),
            Map.entry("minute", "minute"));

    private String per(int at) {
        String word = word(at);
        if (PERIODS.containsKey(word) && (word.endsWith("ly") || word.startsWith("mensuel") || word.equals("annuel"))) {
            return PERIODS.getOrDefault(word, "");
        }
        boolean explicit = word.equals("par")
                || word.equals("per")
                || word.equals("/")
                || word.equals("each")
                || word.equals("chaque")
                || word.equals("every");
        boolean article =
                word.equals("le") || word.equals("la") || word.equals("a") || word.equals("an") || word.equals("the");
        int noun = word(at).equals("de") && word(at + 1).equals("l") ? at + 2 : at + 1;
        String name = word(noun);
        if (explicit || noun == at + 2 || article) {
            String period = PERIODS.get(name);
            if (period != null) {
                return period;
            }
            Unit unit = Units.of(name);
            boolean measured = unit != null && unit.measure() != Measure.MONEY && unit.measure() != Measure.DURATION;
            return measured ? name.startsWith("kilowatt") ? "kwh" : name : explicit ? Folding.stem(name) : "";
        }
        return "";
    }

    private Bound bound(int first, int next) {
        String words = before(first);
        if (words.endsWith(" d") || words.endsWith(" a") && !words.endsWith(" jusqu a")) {
            words = words.substring(0, words.lastIndexOf(' '));
        }
        String following = after(next);
        if (endsWith(words, MOST) || startsWith(following, MOST_AFTER)) {
            return Bound.MOST;
        }
        if (endsWith(words, LEAST) || startsWith(following, LEAST_AFTER)) {
            return words.endsWith(" not more than") ? Bound.MOST : Bound.LEAST;
        }
        return Bound.NONE;
    }

    /// A number without unit: an age after `under`, or a count of what is named next.
    private int bare(Numeral low, Numeral high, int first, int next) {
        String words = before(first);
        Bound bound = bound(first, next);
        String previous = word(first - 1);
        boolean aged = words.endsWith(" aged")
                || words.endsWith(" under")
                || words.endsWith(" over")
                || words.endsWith(" aged over")
                || words.endsWith(" aged under");
        if (aged && low.value() < 100 && low.value() % 1 == 0) {
            boolean about = AGES.contains(word(first - 2))
                    || AGES.contains(word(first - 3))
                    || words.endsWith(" aged")
                    || word(next).equals("s");
            if (about) {
                add(Measure.AGE, "", low.value(), high.value(), "", bound, Edge.NONE, first, next);
                return next;
            }
        }
        boolean name = Reading.NAMED.contains(previous)
                || isNumber(first)
                        && low.value() >= 1000
                        && word(first).length() >= 4
                        && tokens.get(first).end() - tokens.get(first).start()
                                == word(first).length()
                || isNumber(first - 1)
                || isNumber(next)
                || previous.equals("-")
                || previous.equals("/");
        Vocable counted = name ? null : counted(next);
        if (counted == null || low.value() < 1) {
            return next;
        }
        int end = counted.last() + 1;
        add(Measure.COUNT, counted.concept(), low.value(), high.value(), per(end), bound, Edge.NONE, first, end);
        return end;
    }

    private @Nullable Vocable counted(int at) {
        if (at >= tokens.size() || !tokens.get(at).isWord()) {
            return null;
        }
        Vocable vocable = reading.vocableAt(at);
        return vocable != null && vocable.role() == Role.CONTENT ? vocable : null;
    }
}
