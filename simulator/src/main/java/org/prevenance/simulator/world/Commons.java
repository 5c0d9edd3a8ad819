package org.prevenance.simulator.world;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What belongs to no single person: tells events about offers, trips, advisers and platforms, and the stories about
/// them. Not thread-safe.
public final class Commons {
    public final Frame frame;
    public final Dice dice;
    public final int people;
    private final Consumer<Happening> agenda;
    private final Truth truth;
    private int nextEvent;

    /// @param people how many live in this world
    public Commons(Frame frame, Dice dice, int people, Consumer<Happening> agenda, Truth truth) {
        this.frame = frame;
        this.dice = dice;
        this.people = people;
        this.agenda = agenda;
        this.truth = truth;
    }

    /// How many stories of a kind there are when one in so many people is touched by it, at least one.
    public int oneIn(int share) {
        return Math.max(1, people / share);
    }

    /// Tells an event and says its id.
    public String tell(Export export, String source, String type, String subject, long time, Consumer<EventLine> data) {
        String id = "n-" + ++nextEvent;
        agenda.accept(new Happening(export, source, type, subject, id, time, time + 40, data));
        return id;
    }

    /// Writes down that something happened that no case tells.
    ///
    /// @param from the first day
    /// @param to   the last day
    public void happened(String what, String where, int from, int to) {
        truth.happened(what, where, from, to);
    }

    /// Writes down that a case must open about this subject, or, without an expectation, that none must.
    public void truth(String signal, String subject, String name, String why, @Nullable Expected expected) {
        truth.add(signal, subject, null, name, why, expected, Frame.NEVER);
    }
}
