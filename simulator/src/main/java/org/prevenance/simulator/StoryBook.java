package org.prevenance.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Which household lives which story.
final class StoryBook {
    private StoryBook() {}

    static List<Story> all() {
        List<Story> stories = new ArrayList<>();
        stories.addAll(ReturnedStories.all());
        stories.addAll(UnusedStories.all());
        stories.addAll(EndedStories.all());
        stories.addAll(TwiceStories.all());
        stories.addAll(JumpStories.all());
        stories.addAll(DearerStories.all());
        stories.addAll(BoxStories.all());
        return stories;
    }

    /// The story of each household, none for an ordinary one; each story as often as declared, in shuffled places.
    static List<Optional<Story>> deal(int customers, int days, Dice dice) {
        List<Optional<Story>> dealt = new ArrayList<>();
        List<Story> stories = all();
        for (Story story : stories) {
            int times = days >= story.minimumDays() ? story.howMany(customers, stories.size()) : 0;
            dealt.addAll(Collections.nCopies(Math.min(times, customers - dealt.size()), Optional.of(story)));
        }
        dealt.addAll(Collections.nCopies(customers - dealt.size(), Optional.empty()));
        for (int i = customers - 1; i > 0; i--) {
            Collections.swap(dealt, i, dice.between(i, 0, i));
        }
        return dealt;
    }
}
