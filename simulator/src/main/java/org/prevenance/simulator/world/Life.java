package org.prevenance.simulator.world;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One sector's part of one person's life. First its fields are set, by chance and then by a story; then [#complete]
/// tells what follows from them, and [#live] what devices send day by day. Not thread-safe.
public abstract class Life {
    public final Person person;
    public final Frame frame;
    public final Dice dice;

    /// The case that the story must lead to; null: none.
    public @Nullable Expected expected;

    private final List<Besides> besides = new ArrayList<>();

    /// A case that comes of a life besides what its story is about: who unplugs a box is not heard either.
    ///
    /// @param story a name for it, as stories have
    /// @param why   one short sentence
    record Besides(String signal, String subject, String story, String why, Expected expected) {}

    protected Life(Person person, long matter) {
        this.person = person;
        frame = person.frame;
        dice = person.dice.of(matter);
    }

    /// Whom a case is about, such as `contract/C000001`.
    public abstract String subject();

    /// The contract that a complaint names; null: none.
    public @Nullable String contractId() {
        return null;
    }

    /// Notes that this life leads to this case too.
    public void alsoFound(String signal, String subject, String story, String why, Expected found) {
        besides.add(new Besides(signal, subject, story, why, found));
    }

    List<Besides> besides() {
        return besides;
    }

    /// Tells all events besides the daily routine, after the story.
    public abstract void complete();

    /// Posts what devices sent on this day.
    public void live(int day, EventLine line, Outbox outbox) {}

    /// A day from `least` to `most` days after the first, by chance.
    public int dayWithin(int matter, int least, int most) {
        return frame.first() + dice.between(matter, least, most);
    }

    void bend(Story<?> story, Runnable telling) {
        person.bentBy(story);
        telling.run();
        if (story.mustBeFound() != (expected != null)) {
            throw new IllegalStateException("The story (%s/%s) of %s %s."
                    .formatted(
                            story.signal(),
                            story.name(),
                            person.subject(),
                            expected == null
                                    ? "must be found and has no expectation"
                                    : "is a near miss and has an expectation"));
        }
    }
}
