package org.prevenance.forecast.arrival;

import org.prevenance.forecast.facts.Examples;
import org.prevenance.forecast.facts.Facts;

/// Where learning begins: at what the strongest rival says, if that is much. Trees are made of steps, and are bad at
/// saying again a number that is among the facts, such as the delay of a train that is on its way; so they learn only
/// by how much the rival is wrong. Where no rival knows much they begin at the timetable, for they would first have to
/// unlearn what is chance in the rival.
///
/// @param fact the number of the fact that the rival says; [#TIMETABLE] for in time
record Start(int fact) {
    static final int TIMETABLE = -1;
    private static final String IN_TIME = "timetable";
    /// Of the timetable's error, what a rival may leave to be begun at.
    private static final double MUCH = 2 / 3.0;

    /// The rival with the least mean error on the rows that are learnt from; where it is silent the timetable speaks.
    static Start strongest(ArrivalPlan plan, String horizon, Examples examples, int[] rows) {
        Start best = new Start(TIMETABLE);
        double least = MUCH * best.error(examples, rows);
        for (ArrivalPlan.Rival rival : plan.rivals()) {
            Integer fact = rival.facts().get(horizon);
            Start one = new Start(fact == null ? TIMETABLE : fact);
            double error = one.error(examples, rows);
            if (error < least) {
                least = error;
                best = one;
            }
        }
        return best;
    }

    private double error(Examples examples, int[] rows) {
        double error = 0;
        for (int row : rows) {
            error += Math.abs(examples.late(row) - of(examples, row));
        }
        return error;
    }

    /// Minutes late that the rival says.
    double of(Examples examples, int row) {
        double said = fact == TIMETABLE ? 0 : examples.fact(row, fact);
        return Double.isNaN(said) ? 0 : said;
    }

    /// As written into a model file.
    String name(Facts facts) {
        return fact == TIMETABLE ? IN_TIME : facts.names().get(fact);
    }

    /// @throws IllegalArgumentException where no fact has this name
    static Start named(String name, Facts facts) {
        if (name.equals(IN_TIME)) {
            return new Start(TIMETABLE);
        }
        if (facts.number(name) < 0) {
            throw new IllegalArgumentException(
                    "The model begins with the fact " + name + ", which is not declared any more.");
        }
        return new Start(facts.number(name));
    }
}
