package org.prevenance.forecast.platform;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.prevenance.event.Event;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.target.Work;

/// Goes through events in the order in which they became known, and stops at each instant at which a question is asked:
/// some time before a train is planned to come. What became known later cannot be looked at, for it was not yet read.
/// Not thread-safe.
final class Walk {
    private static final int TOLD_EVERY = 20_000;

    /// Who is asked.
    @FunctionalInterface
    interface Asked {
        /// @param horizon by its place in the declaration
        /// @param at      the instant, microseconds since 1970
        /// @param facts   as known at that instant; filled anew for the next question
        void ask(Call call, int horizon, long at, Facts facts);

        /// A call is planned, or planned at another time.
        default void planned(Call call, long known) {}

        /// A call is planned no longer.
        default void dropped(Call call, long known) {}

        /// It became known for the first time on which platform a train stood.
        default void stood(Call call, long known) {}
    }

    private record Question(long at, Call call, int horizon, long planned) {}

    private final Chronicle chronicle;
    private final List<Horizon> horizons;
    private final Asked asked;
    private final Network network;
    private final Facts facts = new Facts();
    private final PriorityQueue<Question> questions = new PriorityQueue<>(Comparator.comparingLong(Question::at)
            .thenComparingInt(question -> question.call.trip.subject)
            .thenComparingInt(question -> question.call.stop.name)
            .thenComparingInt(Question::horizon));

    Walk(Chronicle chronicle, List<Horizon> horizons, Asked asked) {
        this.chronicle = chronicle;
        this.horizons = horizons;
        this.asked = asked;
        network = new Network(chronicle.words(), horizons.size());
    }

    /// Goes up to an instant: takes all that was known by then, and asks all questions until then.
    void until(long instant, Work work) {
        Event event = new Event();
        int last = chronicle.knownBy(instant);
        for (int i = 0; i < last; i++) {
            askBefore(chronicle.known(i));
            chronicle.read(i, event);
            for (Call call : network.take(event)) {
                asked.planned(call, event.known());
                plan(call, event.known());
            }
            for (Call call : network.dropped()) {
                asked.dropped(call, event.known());
            }
            Call stood = network.stoodFirst();
            if (stood != null) {
                asked.stood(stood, event.known());
            }
            if (i % TOLD_EVERY == 0) {
                work.at("walking through the events", i / (double) last);
            }
        }
        askBefore(instant == Long.MAX_VALUE ? instant : instant + 1);
    }

    private void plan(Call call, long known) {
        for (int horizon = 0; horizon < horizons.size(); horizon++) {
            long at = call.planned() - horizons.get(horizon).before();
            if (at >= known) {
                questions.add(new Question(at, call, horizon, call.planned()));
            }
        }
    }

    /// At an instant all that became known at it is in before a question is answered.
    private void askBefore(long instant) {
        for (Question next = questions.peek(); next != null && next.at < instant; next = questions.peek()) {
            questions.remove();
            ask(next);
        }
    }

    private void ask(Question question) {
        Call call = question.call;
        boolean stands = call.planned() == question.planned && !call.cancelled;
        if (!stands || call.platform != Call.NONE || call.stop.platforms() == 0) {
            return;
        }
        facts.look(call, question.horizon, question.at, Views.PLAIN);
        if (call.said == null) {
            call.said = new int[horizons.size()][];
        }
        call.said[question.horizon] = facts.rules();
        asked.ask(call, question.horizon, question.at, facts);
    }
}
