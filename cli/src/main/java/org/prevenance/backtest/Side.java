package org.prevenance.backtest;

import java.util.List;
import org.prevenance.measure.Figures;
import org.prevenance.measure.JudgedCase;
import org.prevenance.measure.JudgedComplaint;

/// What one way of looking found: live, or with the future visible.
///
/// @param signals    in the order of [Outcome#signals]
/// @param together   all signals at once; a complaint counts once, as foreseen when one of them preceded it
/// @param cases      by opening, then subject, then signal
/// @param complaints by time; one entry for each signal that ought to have been ahead of it
public record Side(List<Figures> signals, Figures together, List<JudgedCase> cases, List<JudgedComplaint> complaints) {
    public Side {
        signals = List.copyOf(signals);
        cases = List.copyOf(cases);
        complaints = List.copyOf(complaints);
    }
}
