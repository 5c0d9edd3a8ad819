package org.prevenance.simulator.care;

import org.prevenance.simulator.world.Contact;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Life;
import org.prevenance.simulator.world.Person;

/// Somebody whose calls are a story. Not thread-safe.
public final class Caller extends Life {
    private int calls;

    Caller(Person person) {
        super(person, 97);
    }

    @Override
    public String subject() {
        return person.subject();
    }

    /// A call at this hour of a day.
    Contact calls(int day, int hour, String topic) {
        long time = Frame.hour(day, hour) + person.number % 1_800;
        return Contact.begun(person, "%s-c%d".formatted(person.id(), ++calls), "phone", topic, time);
    }

    String agent() {
        return "A%02d".formatted(person.number % 40);
    }

    @Override
    public void complete() {
        // all was told by the story
    }
}
