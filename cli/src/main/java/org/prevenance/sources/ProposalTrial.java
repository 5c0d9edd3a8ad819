package org.prevenance.sources;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.files.RowSink;
import org.prevenance.files.RowSource;
import org.prevenance.vocabulary.Vocabulary;

/// What a proposed mapping made of the first rows of its file.
///
/// @param admitted events
/// @param refused  rows that are none
/// @param reason   the first refusal, or the first mistake of the mapping; null: none
record ProposalTrial(long admitted, long refused, @Nullable String reason) {
    private static final int ROWS = 2_000;

    static ProposalTrial of(Path file, String name, String entry, Vocabulary vocabulary) {
        try {
            Sources sources = Sources.parse("proposal", "sources:\n" + entry + "\n", vocabulary);
            Subjects subjects = new Subjects(vocabulary.kinds());
            RowSource rows =
                    sources.open(file, name, new Symbols(), subjects, nothing(vocabulary), ZoneId.of("Europe/Paris"));
            return rows == null ? new ProposalTrial(0, 0, "no row was read") : read(rows);
        } catch (SourcesException e) {
            return new ProposalTrial(0, 0, e.mistakes().getFirst().what());
        } catch (IOException e) {
            return new ProposalTrial(0, 0, e.getMessage());
        }
    }

    private static ProposalTrial read(RowSource rows) throws IOException {
        Count count = new Count();
        try {
            rows.forEach(count);
        } catch (Enough e) {
            // the first rows are all that was asked for
        }
        return new ProposalTrial(count.admitted, count.refused, count.reason);
    }

    private static List<BitSet> nothing(Vocabulary vocabulary) {
        List<BitSet> wanted = new ArrayList<>();
        vocabulary.types().forEach(type -> wanted.add(new BitSet()));
        return wanted;
    }

    /// Whether at least nine in ten rows are events.
    boolean works() {
        return admitted > 0 && refused * 10 <= admitted;
    }

    String told() {
        if (admitted + refused == 0) {
            return "Not tried: " + SourcesProposal.oneLine(reason) + ".";
        }
        String told = "Tried on the first rows: %d events, %d rows refused.".formatted(admitted, refused);
        return reason == null ? told : told + " The first: " + SourcesProposal.oneLine(reason);
    }

    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }

    private static final class Count implements RowSink {
        private long admitted;
        private long refused;
        private @Nullable String reason;

        @Override
        public void admitted(Event row, long line) {
            admitted++;
            stop();
        }

        @Override
        public void refused(long line, @Nullable String field, String why, String raw) {
            refused++;
            if (reason == null) {
                reason = "line " + line + (field == null ? "" : ", " + field) + ": " + why;
            }
            stop();
        }

        private void stop() {
            if (admitted + refused >= ROWS) {
                throw new Enough();
            }
        }
    }
}
