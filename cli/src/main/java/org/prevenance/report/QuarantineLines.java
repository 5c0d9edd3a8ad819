package org.prevenance.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.prevenance.files.Quarantined;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.JacksonIOException;

/// What was not admitted: one JSON object a line, in UTF-8, with `file`, `line`, `field` (null where the whole item is
/// broken), `reason` and `raw`, the item as it was read.
public final class QuarantineLines {
    private QuarantineLines() {}

    /// Writes all items and flushes; does not close `out`.
    public static void write(List<Quarantined> items, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonReport.JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            for (Quarantined item : items) {
                one(json, item);
            }
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
        if (!items.isEmpty()) {
            out.write('\n');
        }
        out.flush();
    }

    private static void one(JsonGenerator json, Quarantined item) {
        json.writeStartObject();
        JsonReport.text(json, "file", item.file());
        json.writeNumberProperty("line", item.line());
        JsonReport.text(json, "field", item.field());
        JsonReport.text(json, "reason", item.reason());
        JsonReport.text(json, "raw", item.raw());
        json.writeEndObject();
    }
}
