package org.prevenance.simulator;

/// How the events are spread over files.
public enum Layout {
    /// Everything in `events.ndjson`, in the order in which it became known.
    ONE_FILE,
    /// One file per kind of export (`bills.ndjson`, `usage.ndjson`, …), each in the order in which it became known.
    BY_KIND,
    /// As the CSV exports of several systems, and the `sources.yaml` that maps them.
    CSV
}
