package org.prevenance.simulator.world;

import java.util.function.Consumer;

/// Something that befalls a person: a trouble that must be found, or a near miss that must not.
///
/// @param signal      as playbooks name it, `telecom/box-failing`
/// @param name        of this kind of story
/// @param mustBeFound whether a case must open
/// @param minimumDays how long a world must last for it to unfold
/// @param why         one short sentence: what makes it a trouble, or none
/// @param telling     bends the life; must set its expectation if `mustBeFound`
/// @param <L>         the part of a life that it bends
public record Story<L extends Life>(
        String signal, String name, boolean mustBeFound, int minimumDays, String why, Consumer<L> telling) {
    /// Shares of all people who live one trouble, and one near miss.
    public static final double TROUBLE_RATE = 0.0012;

    public static final double NEAR_MISS_RATE = 0.0008;

    public static <L extends Life> Story<L> trouble(
            String signal, String name, int minimumDays, String why, Consumer<L> telling) {
        return new Story<>(signal, name, true, minimumDays, why, telling);
    }

    public static <L extends Life> Story<L> nearMiss(
            String signal, String name, int minimumDays, String why, Consumer<L> telling) {
        return new Story<>(signal, name, false, minimumDays, why, telling);
    }

    /// The same life as a trouble's, of somebody who never agreed to this purpose.
    public static <L extends Life> Story<L> withoutConsent(
            String signal, String purpose, int minimumDays, String why, Consumer<L> telling) {
        return nearMiss(signal, "no-consent", minimumDays, why, life -> {
            life.person.refuse(purpose);
            telling.accept(life);
            life.expected = null;
        });
    }

    /// How many of so many people live it: its share, rounded, but one at least where there is room for all stories.
    public int howMany(int people, int stories) {
        int share = (int) Math.round((mustBeFound ? TROUBLE_RATE : NEAR_MISS_RATE) * people);
        return Math.max(share, people >= stories * 2 ? 1 : 0);
    }
}
