package org.prevenance.simulator;

import java.util.function.Consumer;

/// Something that befalls a household: a trouble that must be found, or a near miss that must not.
///
/// @param signal      of the telecom pack
/// @param name        of this kind of story
/// @param mustBeFound whether a case must open
/// @param rate        share of all customers that live it
/// @param minimumDays how long a world must last for it to unfold
/// @param telling     bends the household's plan; must set the plan's expectation if `mustBeFound`
record Story(String signal, String name, boolean mustBeFound, double rate, int minimumDays, Consumer<Plan> telling) {
    static final double TROUBLE_RATE = 0.004;
    static final double NEAR_MISS_RATE = 0.003;

    static Story trouble(String signal, String name, int minimumDays, Consumer<Plan> telling) {
        return new Story(signal, name, true, TROUBLE_RATE, minimumDays, telling);
    }

    static Story nearMiss(String signal, String name, int minimumDays, Consumer<Plan> telling) {
        return new Story(signal, name, false, NEAR_MISS_RATE, minimumDays, telling);
    }

    /// How many of so many customers live it: the rate, rounded, but one at least where there is room for all stories.
    int howMany(int customers, int stories) {
        int most = (int) Math.round(rate * customers);
        return Math.max(most, customers >= stories * 2 ? 1 : 0);
    }
}
