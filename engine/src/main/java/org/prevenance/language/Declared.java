package org.prevenance.language;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prevenance.playbook.Action;
import org.prevenance.playbook.Aggregation;
import org.prevenance.playbook.Fold;
import org.prevenance.playbook.Window;
import org.prevenance.text.NamedText;
import org.prevenance.text.Place;
import org.prevenance.text.Yaml;
import org.prevenance.vocabulary.EventType;

/// What playbook files say, read but not yet compiled: names are not yet resolved, expressions only parsed.
sealed interface Declared {
    Place place();

    record Title(String fr, String en) {}

    /// @param lines      the line of each indicator, also of those that could not be read
    /// @param indicators those that could be read
    record Playbook(
            NamedText file,
            Place place,
            String name,
            int about,
            Title title,
            Yaml.@Nullable Scalar zone,
            int version,
            Map<String, Integer> lines,
            Map<String, Indicator> indicators,
            List<Signal> signals,
            List<Control> controls,
            List<Truth> truths)
            implements Declared {
        String pack() {
            return name.substring(0, name.indexOf('/'));
        }
    }

    sealed interface Indicator extends Declared {
        String name();

        Title title();
    }

    /// @param value null for what needs none: `count: true` and `interval`
    /// @param also    the values beside the first of `changes: […]`
    /// @param countIf the condition of `count: …`
    record Folded(
            Place place,
            String name,
            Title title,
            Aggregation aggregation,
            Place aggregationPlace,
            @Nullable Formula value,
            List<Formula> also,
            @Nullable Formula countIf,
            List<EventType> types,
            @Nullable Each each,
            @Nullable Formula where,
            Window window,
            @Nullable Since since,
            Group group,
            @Nullable With with,
            String purpose)
            implements Indicator {}

    /// @param list the list whose items count one by one
    record Each(Place place, String list) {}

    /// The earlier events that are read beside the event at hand.
    ///
    /// @param on the key that they share; null: none
    record With(List<Joined> joined, @Nullable Formula on) {}

    record Joined(Place place, String name, EventType type, int back) {}

    /// @param name an indicator's name or an event type
    record Since(Place place, String name, boolean orLife) {}

    /// @param inner   what `take` lists before the last
    /// @param apart   of `repeated`
    /// @param sources of `contradictions`
    record Group(
            List<Formula> by,
            List<EventType> unless,
            List<Fold.Take> inner,
            Fold.@Nullable Take take,
            @Nullable Formula having,
            @Nullable Formula apart,
            List<Formula> sources) {}

    record Derived(Place place, String name, Title title, Formula value) implements Indicator {}

    /// @param id the indicator, or the `event.` field, that names the other subject; null: the only one of that kind
    /// @param at the indicator that holds the key at which a table is read
    /// @param then for each event: as known when the event became known, or where an indicator names the other
    ///             subject, when the event happened
    record Read(
            Place place,
            String name,
            Title title,
            Yaml.Scalar read,
            int kind,
            Yaml.@Nullable Scalar id,
            Yaml.@Nullable Scalar at,
            boolean then)
            implements Indicator {
        /// Whether it has a value for each event rather than for the subject.
        boolean perEvent() {
            return then || eventField() != null;
        }

        /// The field that names the other subject, where the event does; else null.
        @Nullable
        String eventField() {
            return id != null && id.text().startsWith(Names.EVENT + ".")
                    ? id.text().substring(Names.EVENT.length() + 1)
                    : null;
        }
    }

    /// @param where  null: all
    /// @param which whether the subject is wanted, not what the expression comes to
    record Least(
            Place place,
            String name,
            Title title,
            Formula least,
            int kind,
            @Nullable Formula where,
            boolean which) implements Indicator {}

    record Peers(
            Place place,
            String name,
            Title title,
            org.prevenance.playbook.Indicator.Rollup rollup,
            Yaml.Scalar of,
            Yaml.Scalar among)
            implements Indicator {}

    /// @param kind  of the subjects that are rolled up
    /// @param value the indicator of theirs that is; null for `count`
    /// @param where the indicator of theirs that chooses them; null: all
    /// @param by    the indicator of theirs that names the subject that gathers them
    record Gathered(
            Place place,
            String name,
            Title title,
            org.prevenance.playbook.Indicator.Rollup rollup,
            int kind,
            Yaml.@Nullable Scalar value,
            Yaml.@Nullable Scalar where,
            Yaml.Scalar by)
            implements Indicator {}

    record Signal(
            Place place,
            String name,
            Title title,
            Formula when,
            List<EventType> judgedOn,
            boolean judgedAtDayEnd,
            Duration holdsFor,
            @Nullable Formula until,
            @Nullable Formula harm,
            @Nullable List<Yaml.Scalar> evidence,
            List<String> purposes,
            Sentence becauseFr,
            Sentence becauseEn,
            List<Action> actions)
            implements Declared {}

    record Control(
            Place place,
            String name,
            Title title,
            @Nullable Formula when,
            String command,
            Formula value,
            @Nullable Formula step,
            @Nullable Hand hand,
            List<String> purposes)
            implements Declared {}

    record Hand(Formula shows, Formula at, long restMicros) {}

    /// Calendar days, or an exact length in microseconds; the other is 0.
    record Duration(int days, long micros) {
        static final Duration NONE = new Duration(0, 0);
    }

    /// Texts and expressions in turn; the first and last are texts, perhaps empty.
    record Sentence(List<String> texts, List<Formula> holes) {}

    /// @param confirms names of signals of this playbook; null: all of them
    record Truth(
            Place place,
            String name,
            List<EventType> types,
            @Nullable Formula where,
            org.prevenance.playbook.Playbook.Truth.Counts as,
            int within,
            @Nullable List<String> confirms)
            implements Declared {}
}
