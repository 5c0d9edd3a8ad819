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
    /// @param feeds    the event types that count, each with its own `where`; they have no value
    /// @param within   how many calendar days after a case opened they still bear on it
    /// @param confirms the signals that they bear on, with their pack
    public record Truth(String name, List<Fold.Feed> feeds, Counts as, int within, List<String> confirms, int line) {
        public static final int USUAL_DAYS = 180;

        public Truth {
            feeds = List.copyOf(feeds);
            confirms = List.copyOf(confirms);
        }

        /// What such an event says.
        public enum Counts {
            /// Somebody had to speak up: a case should have been open before.
            COMPLAINT,
            /// The trouble was real (a refund); nobody had to be forestalled.
            PROOF
        }
    }
}
