package org.prevenance.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.prevenance.wording.Fact.Bound;
import org.prevenance.wording.Fact.Edge;
import org.prevenance.wording.Fact.Measure;

/// The facts found so far, each with what the sentence around it is about.
///
/// A fact takes the tokens from `first` up to but without `next`.
final class Facts {
    private final Reading reading;
    private final List<Fact> found = new ArrayList<>();

    Facts(Reading reading) {
        this.reading = reading;
    }

    List<Fact> found() {
        return found;
    }

    /// A date or a time of day.
    void moment(Measure measure, double value, Edge edge, int first, int next) {
        add(measure, "", value, value, "", Bound.NONE, edge, first, next);
    }

    /// Weekdays, as bits.
    void weekdays(int open, int closed, int first, int next) {
        add(Measure.WEEKDAYS, "", open, closed, "", Bound.NONE, Edge.NONE, first, next);
    }

    void figure(Measure measure, String unit, double low, double high, String per, Bound bound, int first, int next) {
        add(measure, unit, low, high, per, bound, Edge.NONE, first, next);
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
        found.add(new Fact(
                measure,
                unit,
                low,
                high,
                per,
                bound,
                edge,
                reading.freeIn(reading.sentence(first)),
                context,
                reading.tokens().get(first).start(),
                reading.tokens().get(next - 1).end()));
    }
}
