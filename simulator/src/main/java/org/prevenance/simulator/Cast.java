package org.prevenance.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.prevenance.simulator.world.Branch;
import org.prevenance.simulator.world.Dice;
import org.prevenance.simulator.world.Life;
import org.prevenance.simulator.world.Story;

/// Who lives which story: one at most, whatever the sector, so that no story disturbs another.
final class Cast {
    /// A story of one of the sectors.
    ///
    /// @param sector its place among the world's sectors
    /// @param place  the story's place among that sector's stories
    record Role(int sector, int place, Story<?> story) {}

    private Cast() {}

    static List<Role> roles(List<Branch<? extends Life>> sectors) {
        List<Role> roles = new ArrayList<>();
        for (int sector = 0; sector < sectors.size(); sector++) {
            List<? extends Story<?>> stories = sectors.get(sector).stories();
            for (int place = 0; place < stories.size(); place++) {
                roles.add(new Role(sector, place, stories.get(place)));
            }
        }
        return roles;
    }

    /// The story of each person, none for an ordinary one; each story as often as declared, in shuffled places.
    static List<Optional<Role>> deal(List<Role> roles, int people, int days, Dice dice) {
        List<Optional<Role>> dealt = new ArrayList<>();
        for (Role role : roles) {
            int times = days >= role.story().minimumDays() ? role.story().howMany(people, roles.size()) : 0;
            dealt.addAll(Collections.nCopies(Math.min(times, people - dealt.size()), Optional.of(role)));
        }
        dealt.addAll(Collections.nCopies(people - dealt.size(), Optional.empty()));
        for (int i = people - 1; i > 0; i--) {
            Collections.swap(dealt, i, dice.between(i, 0, i));
        }
        return dealt;
    }
}
