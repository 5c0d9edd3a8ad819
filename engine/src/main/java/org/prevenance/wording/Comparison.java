package org.prevenance.wording;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prevenance.wording.Difference.Kind;
import org.prevenance.wording.Difference.Place;
import org.prevenance.wording.Fact.Bound;
import org.prevenance.wording.Fact.Measure;
import org.prevenance.wording.Statement.Condition;
import org.prevenance.wording.Statement.Restriction;

/// In what two answers to one question contradict each other.
///
/// By rules, not by a model: figures, dates and times are read in French and English notation, and two of them are set
/// against each other when they measure the same and the words around them are about the same; so are statements that
/// affirm and deny, and conditions. Answers about different things never meet. How often that is right is measured on a
/// labelled set (`docs/answers.md`).
///
/// Total: no text makes it fail. Its time grows at most with the product of the figures, and of the sentences, of both.
public final class Comparison {
    /// How alike the words around two figures are at least, 0 to 1 (Dice); less where each text has only one such
    /// figure.
    private static final double SAME_MATTER = 0.5;
    private static final double ONLY_MATTER = 0.34;
    private static final double SAME_STATEMENT = 0.6;
    private static final double COPY = 0.6;
    private static final int QUOTE = 80;
    private static final Set<String> MONEY_BACK = Set.of(
            "refund",
            "deposit",
            "compensation",
            "discount",
            "bonus",
            "ceiling",
            "savings",
            "voucher",
            "purchase",
            "excess");

    private final Answer firstAnswer;
    private final Answer secondAnswer;
    private final Reading first;
    private final Reading second;
    private final List<Difference> differences = new ArrayList<>();
    /// Where the figures begin that have been set against one of the other text.
    private final Set<Integer> firstSettled = new HashSet<>();
    private final Set<Integer> secondSettled = new HashSet<>();

    private Comparison(Answer firstAnswer, Answer secondAnswer) {
        this.firstAnswer = firstAnswer;
        this.secondAnswer = secondAnswer;
        first = Reading.of(firstAnswer.text());
        second = Reading.of(secondAnswer.text());
    }

    /// Figures and dates first, then yes and no, conditions, and what a copy lost; empty where they agree.
    public static List<Difference> of(Answer first, Answer second) {
        Comparison comparison = new Comparison(first, second);
        comparison.facts();
        comparison.openings();
        comparison.statements();
        comparison.charges();
        comparison.conditions();
        if (comparison.differences.isEmpty()) {
            comparison.copies();
        }
        return List.copyOf(comparison.differences);
    }

    // ---- figures, dates and times ----

    private void facts() {
        for (Fact a : first.facts()) {
            for (Fact b : second.facts()) {
                boolean told = isSettled(a, firstSettled) && isSettled(b, secondSettled);
                if (!told && a.comparable(b) && a.agrees(b)) {
                    firstSettled.add(a.start());
                    secondSettled.add(b.start());
                }
            }
        }
        List<Fact> here = open(first, firstSettled);
        List<Fact> there = open(second, secondSettled);
        for (Fact a : here) {
            Fact b = nearest(a, first, there, second);
            if (b != null && a.equals(nearest(b, second, here, first))) {
                firstSettled.add(a.start());
                secondSettled.add(b.start());
                differences.add(new Difference(kind(a), place(first, a), place(second, b)));
            }
        }
    }

    private static List<Fact> open(Reading reading, Set<Integer> settled) {
        return reading.facts().stream()
                .filter(fact -> !isSettled(fact, settled))
                .toList();
    }

    /// The figure whose surroundings are most alike, and alike enough; the first of several.
    private static @Nullable Fact nearest(Fact fact, Reading own, List<Fact> others, Reading other) {
        Fact nearest = null;
        double most = 0;
        for (Fact each : others) {
            double alike =
                    fact.comparable(each) && !fact.agrees(each) ? Alike.weighted(fact.context(), each.context()) : 0;
            if (alike > most && alike >= least(fact, own, each, other)) {
                most = alike;
                nearest = each;
            }
        }
        return nearest;
    }

    private static double least(Fact a, Reading here, Fact b, Reading there) {
        return isOnly(a, here) && isOnly(b, there) ? ONLY_MATTER : SAME_MATTER;
    }

    private static boolean isOnly(Fact fact, Reading reading) {
        return reading.facts().stream().filter(fact::comparable).limit(2).count() == 1;
    }

    private static boolean isSettled(Fact fact, Set<Integer> settled) {
        return settled.contains(fact.start());
    }

    private static Kind kind(Fact fact) {
        return switch (fact.measure()) {
            case DATE, WEEKDAYS, TIME_OF_DAY -> Kind.DATE;
            case AGE -> Kind.CONDITION;
            default -> fact.bound() != Bound.NONE && fact.free() ? Kind.CONDITION : Kind.FIGURE;
        };
    }

    private static Place place(Reading reading, Fact fact) {
        return place(reading, fact.start(), fact.end());
    }

    private static Place place(Reading reading, int start, int end) {
        return new Place(start, end, reading.quote(start, end, QUOTE));
    }

    private static Place place(Reading reading, Statement statement) {
        return place(reading, statement.start(), statement.end());
    }

    // ---- yes and no ----

    private void openings() {
        int a = opening(first);
        int b = opening(second);
        if (a * b < 0) {
            differences.add(new Difference(
                    Kind.YES_NO,
                    place(first, first.statements().getFirst()),
                    place(second, second.statements().getFirst())));
        }
    }

    private static int opening(Reading reading) {
        if (reading.vocables().isEmpty()) {
            return 0;
        }
        Vocable word = reading.vocables().getFirst();
        boolean alone = word.last() + 1 >= reading.tokens().size()
                || !reading.tokens().get(word.last() + 1).isWord()
                        && reading.tokens().get(word.last() + 1).kind() != Token.Kind.NUMBER;
        String text = reading.tokens().get(word.first()).text();
        boolean yes = text.equals("oui") || text.equals("yes");
        boolean no = text.equals("non") || text.equals("no");
        return !alone ? 0 : yes ? 1 : no ? -1 : 0;
    }

    private void statements() {
        for (Statement a : first.statements()) {
            for (Statement b : second.statements()) {
                boolean opposed = a.charge() * b.charge() < 0 || a.must() * b.must() < 0 || a.plain() * b.plain() < 0;
                if (opposed && Alike.sets(a.content(), b.content()) >= SAME_STATEMENT && !restrictsAndDenies(a, b)) {
                    yesNo(a, b);
                }
            }
        }
    }

    /// `not … unless` and `only if` say the same.
    private static boolean restrictsAndDenies(Statement a, Statement b) {
        return has(a, Restriction.EXCEPT) && has(b, Restriction.ONLY)
                || has(a, Restriction.ONLY) && has(b, Restriction.EXCEPT);
    }

    private static boolean has(Statement statement, Restriction restriction) {
        return statement.conditions().stream().anyMatch(condition -> condition.restriction() == restriction);
    }

    private void yesNo(Statement a, Statement b) {
        Difference difference = new Difference(Kind.YES_NO, place(first, a), place(second, b));
        if (!differences.contains(difference)) {
            differences.add(difference);
        }
    }

    /// Free here, a price there.
    private void charges() {
        for (Statement a : first.statements()) {
            Fact price = a.charge() < 0 ? price(a, second) : null;
            if (price != null) {
                differences.add(new Difference(Kind.YES_NO, place(first, a), place(second, price)));
            }
        }
        for (Statement b : second.statements()) {
            Fact price = b.charge() < 0 ? price(b, first) : null;
            if (price != null) {
                differences.add(new Difference(Kind.YES_NO, place(first, price), place(second, b)));
            }
        }
    }

    private @Nullable Fact price(Statement free, Reading reading) {
        Set<Integer> known = reading == first ? firstSettled : secondSettled;
        for (Fact fact : reading.facts()) {
            boolean price = fact.measure() == Measure.MONEY
                    && !fact.free()
                    && fact.bound() == Bound.NONE
                    && fact.low() > 0
                    && !known.contains(fact.start())
                    && MONEY_BACK.stream().noneMatch(fact.context()::containsKey);
            if (price && Alike.sets(free.content(), fact.context().keySet()) >= SAME_MATTER) {
                return fact;
            }
        }
        return null;
    }

    // ---- conditions ----

    private void conditions() {
        if (!differences.isEmpty()) {
            return;
        }
        for (Statement a : first.statements()) {
            for (Statement b : second.statements()) {
                condition(a, b);
            }
        }
    }

    private void condition(Statement a, Statement b) {
        if (a.conditions().isEmpty() && b.conditions().isEmpty() || !sameHost(a, b)) {
            return;
        }
        for (Condition here : a.conditions()) {
            Condition there = counterpart(here, b);
            if (there != null ? differ(here, there) : missing(here, b, second)) {
                differences.add(new Difference(
                        Kind.CONDITION,
                        place(first, here.start(), here.end()),
                        there == null ? place(second, b) : place(second, there.start(), there.end())));
                return;
            }
        }
        for (Condition there : b.conditions()) {
            if (counterpart(there, a) == null && missing(there, a, first)) {
                differences.add(
                        new Difference(Kind.CONDITION, place(first, a), place(second, there.start(), there.end())));
                return;
            }
        }
    }

    private static boolean sameHost(Statement a, Statement b) {
        boolean mild = Alike.excluded(a.content(), b.content());
        return !mild && (Alike.sets(a.content(), b.content()) >= SAME_STATEMENT || covers(a, b) || covers(b, a));
    }

    /// Whether all that the restricted statement is about stands in the other.
    private static boolean covers(Statement restricted, Statement other) {
        return !restricted.conditions().isEmpty()
                && !restricted.content().isEmpty()
                && other.content().containsAll(restricted.content());
    }

    private static @Nullable Condition counterpart(Condition condition, Statement other) {
        for (Condition each : other.conditions()) {
            if (each.restriction() == condition.restriction()) {
                return each;
            }
        }
        return other.conditions().isEmpty() ? null : other.conditions().getFirst();
    }

    private static boolean differ(Condition here, Condition there) {
        return here.restriction() == there.restriction()
                && !here.scope().isEmpty()
                && !there.scope().isEmpty()
                && Alike.sets(here.scope(), there.scope()) < ONLY_MATTER;
    }

    /// Whether the other says so without this condition: expressly for all, or nowhere naming what it is about.
    private static boolean missing(Condition condition, Statement other, Reading reading) {
        if (other.everything()) {
            return true;
        }
        return condition.scope().stream()
                .noneMatch(concept -> reading.vocables().stream()
                        .anyMatch(word -> word.concept().equals(concept)));
    }

    // ---- copies ----

    private void copies() {
        Shingles here = new Shingles(first.words());
        Shingles there = new Shingles(second.words());
        if (Math.max(here.containedIn(there), there.containedIn(here)) < COPY) {
            return;
        }
        Fact lostThere = lost(first, firstSettled);
        Fact lostHere = lost(second, secondSettled);
        if (lostThere != null && lostHere == null) {
            differences.add(new Difference(Kind.LOST_IN_SECOND, place(first, lostThere), whole(second)));
        } else if (lostHere != null && lostThere == null) {
            differences.add(new Difference(Kind.LOST_IN_FIRST, whole(first), place(second, lostHere)));
        } else if (lostHere == null) {
            sources();
        }
    }

    private static @Nullable Fact lost(Reading reading, Set<Integer> settled) {
        return reading.facts().stream()
                .filter(fact -> !isSettled(fact, settled))
                .findFirst()
                .orElse(null);
    }

    private void sources() {
        if (!firstAnswer.sources().isEmpty() && secondAnswer.sources().isEmpty()) {
            differences.add(new Difference(Kind.LOST_IN_SECOND, source(firstAnswer), whole(second)));
        } else if (!secondAnswer.sources().isEmpty() && firstAnswer.sources().isEmpty()) {
            differences.add(new Difference(Kind.LOST_IN_FIRST, whole(first), source(secondAnswer)));
        }
    }

    private static Place source(Answer answer) {
        return new Place(0, answer.text().length(), answer.sources().getFirst());
    }

    private static Place whole(Reading reading) {
        return place(reading, 0, reading.text().length());
    }
}
