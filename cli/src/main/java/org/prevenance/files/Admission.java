package org.prevenance.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;

/// Takes the items that one thread reads: puts events on pages, refused ones in quarantine, and notes what the later
/// steps
/// need. Not thread-safe.
final class Admission implements RowSink {
    private static final int PAIRS = 8192;

    private final PageWriter writer;
    private final Fingerprints.Writer fingerprints;
    private final JoinFields joinFields;
    private final Connections connections;
    private final BitSet sources = new BitSet();
    private final List<Correction> corrections = new ArrayList<>();
    private final int[] pairs = new int[PAIRS];
    private int pairCount;
    private int lastSource = -1;
    private long admitted;
    private long refused;
    private long droppedFields;
    private QuarantineLog.@Nullable Piece piece;

    Admission(PageWriter writer, Fingerprints.Writer fingerprints, JoinFields joinFields, Connections connections) {
        this.writer = writer;
        this.fingerprints = fingerprints;
        this.joinFields = joinFields;
        this.connections = connections;
    }

    /// Refused items go there from now on.
    void quarantineIn(QuarantineLog.Piece newPiece) {
        piece = newPiece;
    }

    /// Keeps an event.
    ///
    /// @return null, or why it cannot be kept
    @Nullable
    String admit(Event event) throws IOException {
        if (!writer.add(event)) {
            return "The ids are too long: with the values that are read they take more than a page of memory.";
        }
        admitted++;
        droppedFields += event.droppedFields();
        int source = event.source();
        fingerprints.add(Fingerprint.of(source, event.idBytes(), event.idOffset(), event.idLength()));
        if (source != lastSource) {
            sources.set(source);
            lastSource = source;
        }
        if (event.standing() != Event.Standing.ORIGINAL) {
            corrections.add(Correction.of(event));
        }
        for (int slot : joinFields.of(event.type())) {
            long other = event.value(slot);
            if (other != Raw.ABSENT) {
                join(event.subject(), (int) other);
            }
        }
        return null;
    }

    private void join(int subject, int other) {
        if (pairCount == PAIRS) {
            connections.join(pairs, pairCount);
            pairCount = 0;
        }
        pairs[pairCount++] = subject;
        pairs[pairCount++] = other;
    }

    void refuse(long line, @Nullable String field, String reason, String raw) throws IOException {
        refuse(null, line, field, reason, raw);
    }

    private void refuse(@Nullable String file, long line, @Nullable String field, String reason, String raw)
            throws IOException {
        refused++;
        if (piece != null) {
            piece.add(file, line, field, reason, raw);
        }
    }

    @Override
    public void admitted(Event row, long line) {
        try {
            String reason = admit(row);
            if (reason != null) {
                refuse(line, "id", reason, "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void refused(long line, @Nullable String field, String reason, String raw) {
        try {
            refuse(line, field, reason, raw);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void refused(String file, long line, @Nullable String field, String reason, String raw) {
        try {
            refuse(file, line, field, reason, raw);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How many items were taken so far, admitted or not.
    long items() {
        return admitted + refused;
    }

    /// Ends the work of the thread.
    ///
    /// @return the pages written
    LongList finish() throws IOException {
        connections.join(pairs, pairCount);
        pairCount = 0;
        return writer.finish();
    }

    BitSet sources() {
        return sources;
    }

    List<Correction> corrections() {
        return corrections;
    }

    long droppedFields() {
        return droppedFields;
    }
}
