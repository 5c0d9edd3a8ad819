package org.prevenance.measure;

/// A figure about a signal.
public enum Measure {
    /// Cases opened in the period.
    CASES,
    /// Judged cases that were confirmed after they opened, as a share of all judged cases.
    PRECISION,
    /// Complaints that a case preceded, as a share of all complaints.
    RECALL,
    /// The 10th percentile of the days from a case's opening to the complaint.
    LEAD_10,
    /// The median of the days from a case's opening to the complaint.
    LEAD_50,
    /// The 90th percentile of the days from a case's opening to the complaint.
    LEAD_90,
    /// Calls for each working day of the period.
    CALLS,
    /// Of these calls, those of which nothing shows that there was trouble: by the share among the judged.
    IDLE_CALLS
}
