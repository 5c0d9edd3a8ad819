package org.prevenance.simulator.world;

import java.util.List;
import java.util.Optional;

/// What one sector adds to a world: a part of people's lives, stories that may befall it, and what belongs to nobody.
///
/// @param <L> its part of a life
public interface Branch<L extends Life> {
    /// What can befall one person, troubles and near misses. The list is always the same.
    List<Story<L>> stories();

    /// This sector's part of a person's life, by chance and before any story bends it.
    ///
    /// @param told whether a story of this sector is going to be told about this person, who then takes part for sure
    /// @return empty for somebody who has nothing to do with this sector
    Optional<L> settle(Person person, boolean told);

    /// What befalls this sector's part of a life that no story bends: nothing that is a trouble.
    default void befall(L life) {}

    /// What belongs to no single person: price lists, trips, outages, advisers, and the stories about them.
    default void share(Commons commons) {}

    /// Posts what nobody's life tells of this day: trains that run whether or not somebody booked them.
    default void live(int day, EventLine line, Outbox outbox) {}

    /// The life of one person, bent by a story or not.
    ///
    /// @param dealt the story of this sector that befalls the person, if one does
    default Optional<L> lifeOf(Person person, Optional<Integer> dealt) {
        Optional<L> settled = settle(person, dealt.isPresent());
        settled.ifPresent(life -> dealt.map(stories()::get)
                .ifPresentOrElse(story -> life.bend(story, () -> story.telling().accept(life)), () -> befall(life)));
        return settled;
    }
}
