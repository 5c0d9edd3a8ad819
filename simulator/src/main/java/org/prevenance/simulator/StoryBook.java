package org.prevenance.simulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /// The story of each household, null for an ordinary one; each story as often as declared, in shuffled places.
    static @Nullable Story[] deal(int customers, int days, Dice dice) {
        @Nullable Story[] dealt = new Story[customers];
        int next = 0;
        List<Story> stories = all();
        for (Story story : stories) {
            int times = days >= story.minimumDays() ? story.howMany(customers, stories.size()) : 0;
            for (int i = 0; i < times && next < customers; i++) {
                dealt[next++] = story;
            }
        }
        shuffle(dealt, dice);
        return dealt;
    }

    private static void shuffle(@Nullable Story[] dealt, Dice dice) {
        for (int i = dealt.length - 1; i > 0; i--) {
            int j = dice.between(i, 0, i);
            Story swap = dealt[i];
            dealt[i] = dealt[j];
            dealt[j] = swap;
        }
    }
}
