package org.prevenance.files;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.intake.EventReader;
import org.prevenance.intake.Refusal;

/// Reads stretches of files, whatever their format. A file that breaks is put in quarantine at the break, and reading
/// goes on
/// with the next. Not thread-safe: one for each thread.
final class TaskReader {
    private static final int ITEMS_PER_REPORT = 8192;

    private final EventReader reader;
    private final Admission admission;
    private final RowOpener rows;
    private final Progress progress;
    private final Lines lines;
    private final JsonItems items;
    private final Event event = new Event();
    private long reportedBytes;
    private long reportedItems;

    TaskReader(EventReader reader, Admission admission, RowOpener rows, Progress progress, Limits limits) {
        this.reader = reader;
        this.admission = admission;
        this.rows = rows;
        this.progress = progress;
        lines = new Lines(limits.lineBytes());
        items = new JsonItems(limits.lineBytes());
    }

    /// @throws IOException only where the temporary file fails
    void read(ReadTask task) throws IOException {
        admission.quarantineIn(task.quarantine);
        reportedBytes = task.from;
        if (task.file.format().isOpened()) {
            readRows(task);
        } else {
            readText(task);
        }
        task.quarantine.finish();
        report(task.isWhole() ? task.file.size() : Math.min(task.to, task.file.size()));
    }

    private void readText(ReadTask task) throws IOException {
        boolean inside = task.from > 0;
        FileRange range;
        try {
            range = new FileRange(task.file.path(), inside ? task.from - 1 : 0);
        } catch (IOException e) {
            if (!inside) { // the file's first stretch speaks for all
                refuseFile("The file cannot be opened: " + e + ".");
            }
            return;
        }
        try (range) {
            if (task.file.format() == EventFile.Format.JSON) {
                readItems(task, range);
            } else {
                readLines(task, range);
            }
        }
    }

    private void refuseFile(String reason) throws IOException {
        admission.refuse(1, null, reason, "");
    }

    /// Opens the unpacked stream, or says in quarantine why it cannot be.
    private @Nullable InputStream unpack(ReadTask task, FileRange range) throws IOException {
        try {
            return task.file.compression().open(range);
        } catch (IOException e) {
            refuseFile("The file cannot be unpacked: " + e.getMessage() + ". Maybe it is not what its name says.");
            return null;
        }
    }

    private void readLines(ReadTask task, FileRange range) throws IOException {
        InputStream in = unpack(task, range);
        if (in == null) {
            return;
        }
        try {
            if (task.from > 0) {
                lines.openInside(in, task.from, task.to);
            } else {
                lines.open(in);
            }
            while (nextLine(task.to)) {
                readLine();
                reportNowAndThen(range);
            }
        } catch (BrokenFile e) {
            admission.refuse(lines.number() + 1, null, e.getMessage() + "", clipped(lines.text()));
        }
        task.lines(lines.number());
    }

    /// Tells a broken input from a failing temporary file.
    private static final class BrokenFile extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenFile(IOException cause) {
            super("The file breaks off here: " + cause.getMessage() + ". What stands before was read.", cause);
        }
    }

    private boolean nextLine(long limit) throws BrokenFile {
        try {
            return lines.next(limit);
        } catch (IOException e) {
            throw new BrokenFile(e);
        }
    }

    private void readLine() throws IOException {
        if (lines.tooLong()) {
            String reason = "The line is too long; only its beginning is kept here.";
            admission.refuse(lines.number(), null, reason, lines.text());
            return;
        }
        if (lines.blank()) {
            return;
        }
        Refusal refusal = reader.read(lines.bytes(), lines.from(), lines.to(), event);
        if (refusal != null) {
            admission.refuse(lines.number(), refusal.field(), refusal.reason(), lines.text());
            return;
        }
        String reason = admission.admit(event);
        if (reason != null) {
            admission.refuse(lines.number(), "id", reason, lines.text());
        }
    }

    private static String clipped(String text) {
        return text.length() > Lines.CLIP ? text.substring(0, Lines.CLIP) : text;
    }

    private void readItems(ReadTask task, FileRange range) throws IOException {
        InputStream in = unpack(task, range);
        if (in == null) {
            return;
        }
        items.open(in);
        try {
            while (nextItem()) {
                readItem();
                reportNowAndThen(range);
            }
        } catch (BrokenFile e) {
            admission.refuse(items.line(), null, e.getMessage() + "", clipped(items.text()));
        }
    }

    private boolean nextItem() throws BrokenFile {
        try {
            return items.next();
        } catch (IOException e) {
            throw new BrokenFile(e);
        }
    }

    private void readItem() throws IOException {
        String problem = items.problem();
        if (problem != null) {
            admission.refuse(items.line(), null, problem, items.text());
            return;
        }
        Refusal refusal = reader.read(items.bytes(), items.from(), items.to(), event);
        if (refusal != null) {
            admission.refuse(items.line(), refusal.field(), refusal.reason(), items.text());
            return;
        }
        String reason = admission.admit(event);
        if (reason != null) {
            admission.refuse(items.line(), "id", reason, items.text());
        }
    }

    private void readRows(ReadTask task) throws IOException {
        try {
            RowSource source = task.rows != null ? task.rows : rows.open(task.file);
            if (source == null) {
                refuseFile("No mapping says how its rows become events. Maybe declare it in sources.yaml.");
            } else {
                source.forEach(admission);
            }
        } catch (IOException e) {
            refuseFile("The file cannot be read to its end: " + e.getMessage() + ".");
        }
    }

    private void reportNowAndThen(FileRange range) {
        if (admission.items() - reportedItems >= ITEMS_PER_REPORT) {
            report(range.position());
        }
    }

    private void report(long position) {
        progress.read(position - reportedBytes, admission.items() - reportedItems);
        reportedBytes = position;
        reportedItems = admission.items();
    }
}
