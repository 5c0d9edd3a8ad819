package org.prevenance.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The lines of a stream, one after another in the same buffer, without their ends. Not thread-safe; reused for its
/// buffer.
///
/// A line ends with `\n` (a `\r` before it is white space to JSON). The last line need not end.
final class Lines {
    /// What is kept of a line that is too long.
    static final int CLIP = 4096;

    private static final int USUAL_BUFFER = 1 << 18;

    private final int longest;
    private byte[] buffer = new byte[USUAL_BUFFER];
    private InputStream in = InputStream.nullInputStream();
    private int filled;
    private int next;
    private int from;
    private int to;
    private long bufferPosition;
    private long number;
    private boolean tooLong;
    private boolean ended;

    /// @param longest lines with more bytes are clipped
    Lines(int longest) {
        this.longest = longest;
    }

    /// Begins with the first byte of a stream.
    void open(InputStream newIn) {
        in = newIn;
        filled = 0;
        next = 0;
        bufferPosition = 0;
        number = 0;
        ended = false;
    }

    /// Begins with the first line that starts at `position` or after it.
    ///
    /// @param newIn starts one byte before `position`
    /// @param limit where to stop looking for one
    void openInside(InputStream newIn, long position, long limit) throws IOException {
        open(newIn);
        bufferPosition = position - 1;
        while (bufferPosition + next < limit && refill()) {
            int end = Words.lineEnd(buffer, next, filled);
            next = Math.min(filled, end + 1);
            if (end < filled) {
                return;
            }
        }
    }

    /// Moves to the next line that starts before `limit`.
    ///
    /// @return false where there is none
    /// @throws IOException where the stream breaks: the lines before the break have been given, [#text] is what is
    /// there of
    ///                     the line at the break
    boolean next(long limit) throws IOException {
        tooLong = false;
        from = next;
        to = filled;
        if ((next == filled && !refill()) || bufferPosition + next >= limit) {
            return false;
        }
        from = next;
        findEnd();
        number++;
        return true;
    }

    private void findEnd() throws IOException {
        int looked = 0;
        while (true) {
            to = Words.lineEnd(buffer, from + looked, filled);
            if (to < filled) {
                next = to + 1;
                return;
            }
            next = filled;
            looked = filled - from;
            if (ended) {
                return;
            }
            if (looked > longest) {
                clip();
                return;
            }
            makeRoom();
            readMore();
        }
    }

    private boolean refill() throws IOException {
        bufferPosition += filled;
        filled = 0;
        next = 0;
        from = 0;
        to = 0;
        readMore();
        return filled > 0;
    }

    private void readMore() throws IOException {
        int count = ended ? -1 : in.read(buffer, filled, buffer.length - filled);
        if (count < 0) {
            ended = true;
        } else {
            filled += count;
            to = filled;
        }
    }

    /// Moves the begun line to the front, or makes the buffer larger.
    private void makeRoom() {
        if (filled < buffer.length) {
            return;
        }
        if (from == 0) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
            return;
        }
        filled -= from;
        System.arraycopy(buffer, from, buffer, 0, filled);
        bufferPosition += from;
        from = 0;
    }

    /// Keeps the beginning of a line that is too long and passes over the rest.
    private void clip() throws IOException {
        tooLong = true;
        int keep = from + Math.min(CLIP, filled - from);
        do {
            bufferPosition += filled - keep;
            filled = keep;
            readMore();
            to = keep;
            next = Math.min(filled, Words.lineEnd(buffer, keep, filled) + 1);
        } while (!ended && (next == keep || buffer[next - 1] != '\n'));
    }

    /// The array in which the line stands.
    byte[] bytes() {
        return buffer;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /// How many lines have been given so far.
    long number() {
        return number;
    }

    /// Whether only the beginning of the line is there.
    boolean tooLong() {
        return tooLong;
    }

    /// Whether nothing but white space is in the line.
    boolean blank() {
        int at = from;
        while (at < to && buffer[at] <= ' ' && buffer[at] >= 0) {
            at++;
        }
        return at == to;
    }

    /// The line as text, without the `\r` of its end.
    String text() {
        int end = to > from && buffer[to - 1] == '\r' ? to - 1 : to;
        return new String(buffer, from, end - from, StandardCharsets.UTF_8);
    }
}
