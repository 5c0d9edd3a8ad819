package org.prevenance.bench;

import java.util.List;

/// Somebody who answers the question, or part of it, in a process of its own.
///
/// @param name    short, for `--only` and file names
/// @param title   for the table
/// @param command what to start; it may hold [#FLAGGED], the file that it writes the flagged bills to
/// @param answers whether and how it answers; all answers must agree
public record Contestant(String name, String title, List<String> command, Kind answers) {
    /// Where a command names the file for the flagged bills.
    public static final String FLAGGED = "{flagged}";

    /// How a contestant tells its answer.
    public enum Kind {
        /// Prints what it [Measured] and writes the flagged bills to [#FLAGGED].
        FLAGGED_BILLS,
        /// Prints the JSON of `prevenance check`; its cases are told as bills by [FlaggedCases].
        CASES,
        /// As [#CASES], but about more than the question: not compared.
        OTHER_CASES,
        /// Only reads.
        NOTHING
    }

    public Contestant {
        command = List.copyOf(command);
    }

    /// Whether its answer must be the same as the others'.
    public boolean compared() {
        return answers == Kind.FLAGGED_BILLS || answers == Kind.CASES;
    }

    /// Itself, named for a run on ten times as many contracts.
    public Contestant tenTimes() {
        return new Contestant(name + "-x10", title + ", × 10", command, answers);
    }
}
