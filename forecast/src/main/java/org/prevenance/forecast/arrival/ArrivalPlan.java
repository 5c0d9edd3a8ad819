package org.prevenance.forecast.arrival;

import java.util.List;
import java.util.Map;
import org.prevenance.forecast.facts.Facts;
import org.prevenance.forecast.facts.Horizon;
import org.prevenance.forecast.judge.Label;
import org.prevenance.forecast.learn.Boosting;

/// What a declaration of arrivals says.
///
/// @param part   by what the network is told apart when it is judged
/// @param rivals besides the timetable
/// @param middle how the forecast itself is learnt
/// @param spread how its interval and its probability are learnt
record ArrivalPlan(
        List<Horizon> horizons,
        Part part,
        Facts facts,
        List<Rival> rivals,
        Boosting.Settings middle,
        Boosting.Settings spread) {
    ArrivalPlan {
        horizons = List.copyOf(horizons);
        rivals = List.copyOf(rivals);
    }

    /// Parts of the network.
    enum Part {
        FROM,
        TO,
        OPERATOR
    }

    /// Somebody else's answer.
    ///
    /// @param facts by the name of the horizon, the number of the fact that it says; NaN is silence
    record Rival(Label label, Map<String, Integer> facts) {
        Rival {
            facts = Map.copyOf(facts);
        }
    }
}
