package org.prevenance.language;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.expression.ValueType;
import org.prevenance.expression.ValueType.Kind;
import org.prevenance.playbook.Aggregation;
import org.prevenance.playbook.Window;
import org.prevenance.text.Mistakes;
import org.prevenance.text.Place;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.FieldType;

/// What an indicator made from events must keep to, besides what its expressions tell. Each method reports what is not
/// so.
final class FoldRules {
    private static final int MOST_ALSO = 4;

    private final Declared.Folded declared;
    private final Mistakes mistakes;

    FoldRules(Declared.Folded declared, Mistakes mistakes) {
        this.declared = declared;
        this.mistakes = mistakes;
    }

    /// No event type both gives and takes away.
    void types() {
        for (EventType type : declared.group().unless()) {
            if (declared.types().contains(type)) {
                mistake(declared.place(), type.name() + " cannot stand in both of and unless.", null);
            }
        }
    }

    /// At least one of the types has the list whose items count.
    void list() {
        Declared.Each each = declared.each();
        if (each == null || declared.types().stream().anyMatch(type -> ItemFields.list(type, each.list()) != null)) {
            return;
        }
        String names =
                String.join(", ", declared.types().stream().map(EventType::name).toList());
        List<String> lists = declared.types().stream()
                .flatMap(type -> type.fields().stream())
                .filter(field -> field.type() == FieldType.ITEMS)
                .map(field -> Names.EVENT + "." + field.name())
                .distinct()
                .toList();
        mistake(
                each.place(),
                names + (declared.types().size() == 1 ? " has" : " have") + " no list of objects called " + each.list()
                        + ".",
                lists.isEmpty() ? null : "Maybe write each: " + String.join(" or ", lists) + ".");
    }

    /// The values are of a type that the aggregation takes.
    void value(ValueType value) {
        if (declared.also().size() > MOST_ALSO) {
            mistake(declared.aggregationPlace(), "changes takes at most " + (MOST_ALSO + 1) + " values.", null);
        }
        if (declared.value() == null || Results.takes(declared.aggregation()).contains(value.kind())) {
            return;
        }
        String key = declared.aggregationPlace()
                .in()
                .text()
                .substring(
                        declared.aggregationPlace().start(),
                        declared.aggregationPlace().end());
        String hint = value.kind() == Kind.MONEY ? "Take the bare figure with amount(…)." : null;
        mistake(declared.value().place(), key + " cannot be taken of " + Types.words(value) + ".", hint);
    }

    /// Each key has one type in all event types.
    ///
    /// @param types the types of the keys, for each event type
    void keys(List<List<ValueType>> types) {
        List<ValueType> first = types.getFirst();
        for (List<ValueType> other : types) {
            for (int i = 0; i < other.size(); i++) {
                if (other.get(i).kind() != first.get(i).kind()) {
                    mistake(
                            declared.group().by().get(i).place(),
                            "This key is " + Types.words(first.get(i)) + " in one event type and "
                                    + Types.words(other.get(i)) + " in another.",
                            null);
                }
            }
        }
    }

    /// The window suits the aggregation.
    void window() {
        boolean timed = !(declared.window() instanceof Window.Life || declared.window() instanceof Window.LastEvents);
        if (declared.aggregation() instanceof Aggregation.Rate && !timed) {
            mistake(declared.aggregationPlace(), "rate needs a window of time.", "Add over: 7d, for instance.");
        }
        if (declared.aggregation() instanceof Aggregation.Streak(Window.Unit each, long _)) {
            streak(each);
        }
    }

    private void streak(Window.Unit each) {
        if (each != Window.Unit.HOUR && each != Window.Unit.DAY) {
            mistake(declared.aggregationPlace(), "streak counts hours or days.", "Write each: day, for instance.");
        }
        boolean upToNow = switch (declared.window()) {
            case Window.Life _ -> true;
            case Window.Days span -> span.before() == 0;
            case Window.Sliding span -> span.before() == 0 && each == Window.Unit.HOUR;
            case Window.Calendar _, Window.LastEvents _ -> false;
        };
        if (!upToNow) {
            mistake(
                    declared.aggregationPlace(),
                    "A streak goes on up to now: its window is life, the last days, or the last hours for each: hour.",
                    "Leave over out, or write over: 30d, for instance.");
        }
    }

    /// What `contradictions` needs.
    void compared(List<ValueType> keys) {
        if (!(declared.aggregation() instanceof Aggregation.Contradictions)) {
            return;
        }
        if (declared.window() instanceof Window.LastEvents) {
            mistake(
                    declared.aggregationPlace(),
                    "contradictions compares the latest text of each group: over takes no number of events.",
                    "Leave over out, or write over: 365d, for instance.");
        }
        if (keys.getFirst().kind() != Kind.TEXT) {
            mistake(
                    declared.group().by().getFirst().place(),
                    "The groups that are compared have a text for a key, not " + Types.words(keys.getFirst()) + ".",
                    "Write by: event.channel, for instance.");
        }
    }

    private void mistake(Place place, String what, @Nullable String hint) {
        mistakes.add(place, what, hint);
    }
}
