package org.prevenance.forecast.facts;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.forecast.chronicle.Chronicle;

/// Walks over events in the order in which they became known, and asks the questions of some horizons on the way: each
/// when all that was known at its instant has been seen, and nothing else.
final class Walk {
    private final Chronicle chronicle;
    private final Network network;
    private final List<Horizon> horizons;
    private final List<Fact> facts;
    private final List<Examples> examples;
    private final PriorityQueue<Question> due = new PriorityQueue<>(Comparator.comparingLong(Question::at)
            .thenComparingInt(Question::leg)
            .thenComparingInt(Question::horizon));

    /// By horizon, the legs that were asked about.
    private final List<BitSet> asked;
    private final Facts.Asking asking;

    /// @param horizon by its place
    private record Question(long at, int leg, int horizon) {}

    /// @param facts made for this network
    Walk(Chronicle chronicle, Network network, List<Horizon> horizons, List<Fact> facts, Facts.Asking asking) {
        this.chronicle = chronicle;
        this.network = network;
        this.horizons = List.copyOf(horizons);
        this.facts = List.copyOf(facts);
        this.examples = horizons.stream().map(_ -> new Examples(facts.size())).toList();
        this.asked = horizons.stream().map(_ -> new BitSet()).toList();
        this.asking = asking;
    }

    /// Walks over the first events. What is asked later than the last of them is asked with what is known then.
    ///
    /// @param events how many
    List<Examples> over(int events) {
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
        examples.forEach(one -> one.answer(network));
        return examples;
    }

    private void note(long known) {
        for (int horizon = 0; horizon < horizons.size(); horizon++) {
            if (horizons.get(horizon).isOnLeaving()) {
                for (int leg : network.justLeft()) {
                    due.add(new Question(known, leg, horizon));
                }
            } else {
                for (int leg : network.justPlanned()) {
                    if (instant(leg, horizon) >= known) { // else its moment was over when it became known
                        due.add(new Question(instant(leg, horizon), leg, horizon));
                    }
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

    private long instant(int leg, int horizon) {
        return network.planned(leg) - horizons.get(horizon).before();
    }

    private void askBefore(long known) {
        while (!due.isEmpty() && due.peek().at() < known) {
            Question question = due.remove();
            if (question.at() <= asking.until() && stands(question)) {
                asked.get(question.horizon()).set(question.leg());
                if (question.at() >= asking.from()) {
                    examples.get(question.horizon()).add(network, question.leg(), question.at(), facts);
                }
            }
        }
    }

    /// Whether it is still to be asked: once, where the plan has not moved it, and while the answer is not known.
    private boolean stands(Question question) {
        int leg = question.leg();
        Legs legs = network.legs;
        boolean moved =
                !horizons.get(question.horizon()).isOnLeaving() && instant(leg, question.horizon()) != question.at();
        return !moved
                && !asked.get(question.horizon()).get(leg)
                && !legs.cancelled[leg]
                && legs.arrived[leg] == Raw.ABSENT
                && legs.plannedArrival[leg] != Raw.ABSENT;
    }
}
