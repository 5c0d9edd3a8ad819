package org.prevenance.backtest;

import java.util.List;
import java.util.Set;
import org.prevenance.playbook.Program;
import org.prevenance.playbook.Signal;

/// A version of some playbooks that is put to the test.
///
/// @param name    what tells it from the others: a value that was varied, a file
/// @param program compiled with the symbols and subjects that all candidates share
/// @param signals those that are told about; others are only judged where these need it
public record Candidate(String name, Program program, Set<String> signals) {
    public Candidate {
        signals = Set.copyOf(signals);
    }

    /// A version of which only the signals of that name are judged.
    public static Candidate of(String name, Program program, Set<String> signals) {
        List<Signal> judged = program.signals().stream()
                .filter(signal -> signals.contains(signal.name()))
                .toList();
        Program less = new Program(
                program.vocabulary(),
                program.zone(),
                program.symbols(),
                program.subjects(),
                program.playbooks(),
                program.indicators(),
                judged,
                List.of(), // what devices would have been told changes no case
                program.slotsRead());
        return new Candidate(name, less, signals);
    }
}
