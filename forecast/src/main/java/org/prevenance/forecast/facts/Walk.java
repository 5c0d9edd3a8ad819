package org.prevenance.forecast.facts;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.forecast.chronicle.Chronicle;

/// Walks over events in the order in which they became known, and asks the questions of one horizon on the way: each
/// when all that was known at its instant has been seen, and nothing else.
final class Walk {
    private final Chronicle chronicle;
    private final Network network;
    private final Horizon horizon;
    private final List<Fact> facts;
    private final Examples examples;
    private final PriorityQueue<Question> due =
            new PriorityQueue<>(Comparator.comparingLong(Question::at).thenComparingInt(Question::leg));

    private final BitSet asked = new BitSet();
    private final Facts.Asking asking;

    private record Question(long at, int leg) {}

    /// @param facts made for this network
    Walk(Chronicle chronicle, Network network, Horizon horizon, List<Fact> facts, Facts.Asking asking) {
        this.chronicle = chronicle;
        this.network = network;
        this.horizon = horizon;
        this.facts = List.copyOf(facts);
        this.examples = new Examples(facts.size());
        this.asking = asking;
    }

    /// Walks over the first events. What is asked later than the last of them is asked with what is known then.
    ///
    /// @param events how many
    Examples over(int events) {
        network.begin();
        Event event = new Event();
        for (int i = 0; i < events; i++) {
            long known = chronicle.known(i);
            askBefore(known);
            chronicle.read(i, event);
            network.apply(i, event);
            note(known);
            tell(known);
        }
        askBefore(Long.MAX_VALUE);
        examples.answer(network);
        return examples;
    }

    private void note(long known) {
        if (horizon.isOnLeaving()) {
            for (int leg : network.justLeft()) {
                due.add(new Question(known, leg));
            }
        } else {
            for (int leg : network.justPlanned()) {
                if (instant(leg) >= known) { // else its moment was over when it became known
                    due.add(new Question(instant(leg), leg));
                }
            }
        }
    }

    private void tell(long known) {
        for (int leg : network.justDropped()) {
            asking.plans().dropped(known, leg);
        }
        for (int leg : network.justPlanned()) {
            int trip = network.legs.trip[leg];
            asking.plans()
                    .planned(
                            known,
                            new Plans.Leg(
                                    leg,
                                    network.trips.operator[trip],
                                    network.trips.number[trip],
                                    network.legs.to[leg],
                                    network.planned(leg),
                                    network.legs.plannedArrival[leg]));
        }
    }

    private long instant(int leg) {
        return network.planned(leg) - horizon.before();
    }

    private void askBefore(long known) {
        while (!due.isEmpty() && due.peek().at() < known) {
            Question question = due.remove();
            if (question.at() <= asking.until() && stands(question)) {
                asked.set(question.leg());
                if (question.at() >= asking.from()) {
                    examples.add(network, question.leg(), question.at(), facts);
                }
            }
        }
    }

    /// Whether it is still to be asked: once, where the plan has not moved it, and while the answer is not known.
    private boolean stands(Question question) {
        int leg = question.leg();
        Legs legs = network.legs;
        boolean moved = !horizon.isOnLeaving() && instant(leg) != question.at();
        return !moved
                && !asked.get(leg)
                && !legs.cancelled[leg]
                && legs.arrived[leg] == Raw.ABSENT
                && legs.plannedArrival[leg] != Raw.ABSENT;
    }
}
