package org.prevenance.measure;

/// Something that was said or done and bears on cases.
///
/// @param id     source and id of the event
/// @param truth  its name in the playbook, `complaint`; for an adviser `case.closed`
/// @param within calendar days after a case opened for which it still bears on it
/// @param time   when, microseconds since 1970
public record Word(String id, String truth, Says says, int within, long time) {
    /// What it says.
    public enum Says {
        /// Somebody had to speak up.
        COMPLAINT,
        /// The company set something right.
        PROOF,
        /// An adviser found the case to be true.
        TRUE_CASE,
        /// An adviser found that there was nothing.
        FALSE_CASE
    }
}
