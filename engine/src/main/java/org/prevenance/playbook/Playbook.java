package org.prevenance.playbook;

import java.util.List;

/// One loaded playbook.
///
/// @param name   with its pack, `telecom/bills`
/// @param about  number of the kind of subject that its indicators are kept for
/// @param truths what a backtest compares its signals with
public record Playbook(
        String name, String file, int about, int version, String titleFr, String titleEn, List<Truth> truths) {
    public Playbook {
        truths = List.copyOf(truths);
    }

    /// Events that show that there was trouble, such as complaints about billing.
    ///
    /// @param feeds the event types that count, each with its own `where`; they have no value
    public record Truth(String name, List<Fold.Feed> feeds, int line) {
        public Truth {
            feeds = List.copyOf(feeds);
        }
    }
}
