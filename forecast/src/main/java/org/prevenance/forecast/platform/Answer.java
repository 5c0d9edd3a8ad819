package org.prevenance.forecast.platform;

/// What each method said to one question.
///
/// @param at          when it was asked, microseconds since 1970
/// @param platform    the forecast's; [Call#NONE] where the operator has announced one
/// @param probability of that; NaN where there is none
/// @param said        by each method of [PlatformTarget], in their order; NaN where it was silent
record Answer(Call call, int horizon, long at, int platform, double probability, double[] said) {
    static Answer of(Call call, int horizon, long at, Facts facts, Model model, double[] chances) {
        boolean announced = call.announced != Call.NONE;
        int best = Call.NONE;
        if (!announced) {
            model.choice(horizon).probabilities(facts, chances);
            best = 0;
            for (int platform = 1; platform < facts.platforms(); platform++) {
                if (chances[platform] > chances[best]) {
                    best = platform;
                }
            }
        }
        double[] said = {
            number(best),
            number(call.published),
            number(call.announced),
            number(call.habits.number().last(View.PLAIN)),
            number(facts.rule(Rule.NUMBER_FREQUENT))
        };
        return new Answer(call, horizon, at, best, announced ? Double.NaN : chances[best], said);
    }

    private static double number(int platform) {
        return platform == Call.NONE ? Double.NaN : platform;
    }
}
