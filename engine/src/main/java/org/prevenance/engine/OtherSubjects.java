package org.prevenance.engine;

import java.util.HashMap;
import java.util.Map;
import org.prevenance.event.Raw;
import org.prevenance.expression.ValueType;
import org.prevenance.playbook.Indicator;

/// What the subject at hand reads of other subjects: values that an earlier stage has published.
///
/// Not thread-safe; one per evaluator.
final class OtherSubjects {
    private final Plan plan;
    private final Published published;
    private final Evaluator reader;
    /// Subjects that texts name, by kind and text.
    private final Map<Long, Integer> byText = new HashMap<>();

    OtherSubjects(Plan plan, Published published, Evaluator reader) {
        this.plan = plan;
        this.published = published;
        this.reader = reader;
    }

    /// The value that another subject has, as known at an instant.
    long value(int ordinal, long subject, long known) {
        return read(published.of(ordinal), subject, Steps.NO_ROW, ordinal, known);
    }

    /// When that value changes next; [Long#MAX_VALUE]: never.
    long nextAfter(int ordinal, long subject, long known) {
        return published.of(ordinal).nextAfter(subject, Steps.NO_ROW, known);
    }

    long read(int ordinal, Indicator.Read read, long known) {
        long subject = subject(read);
        long row = row(read);
        boolean named = subject != Raw.ABSENT && (row != Raw.ABSENT || read.keyOrdinal() < 0);
        return named ? read(published.of(read.indicatorOrdinal()), subject, row, ordinal, known) : Raw.ABSENT;
    }

    /// When what is read changes next; [Long#MAX_VALUE]: never.
    long nextAfter(Indicator.Read read, long now) {
        return published.of(read.indicatorOrdinal()).nextAfter(subject(read), row(read), now);
    }

    /// What was rolled up over many subjects.
    long gathered(int ordinal, Indicator.Gathered gathered, long known) {
        long key = gathered.keyOrdinal() < 0 ? reader.state().subject : reader.indicator(gathered.keyOrdinal());
        if (key == Raw.ABSENT) {
            return Raw.ABSENT;
        }
        long value = read(published.gathered(ordinal), key, Steps.NO_ROW, ordinal, known);
        return value == Raw.ABSENT ? Gathering.ofNothing(gathered.rollup()) : value;
    }

    private long row(Indicator.Read read) {
        return read.keyOrdinal() < 0 ? Steps.NO_ROW : reader.indicator(read.keyOrdinal());
    }

    /// The other subject: the one that an id or a text names.
    private long subject(Indicator.Read read) {
        long named = reader.indicator(read.subjectOrdinal());
        boolean text = plan.indicators[read.subjectOrdinal()].type().kind() == ValueType.Kind.TEXT;
        if (named == Raw.ABSENT || !text) {
            return named;
        }
        int kind = plan.indicators[read.indicatorOrdinal()].about();
        return byText.computeIfAbsent(
                (long) kind << 32 | named,
                _ -> plan.program.subjects().of(kind, plan.program.symbols().text(named)));
    }

    /// What holds of another subject, or of many; no value where it is in a currency other than the reader's own.
    private long read(Steps steps, long key, long row, int ordinal, long known) {
        long value = steps.value(key, row, known);
        if (value != Raw.ABSENT && plan.indicators[ordinal].type().kind() == ValueType.Kind.MONEY) {
            int currency = steps.currency(key, row);
            SubjectState state = reader.state();
            if (currency >= 0 && state.currency() >= 0 && state.currency() != currency) {
                return Raw.ABSENT;
            }
            state.currencyRead = state.currencyRead < 0 ? currency : state.currencyRead;
        }
        return value;
    }
}
