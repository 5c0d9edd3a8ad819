package org.prevenance.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.prevenance.signal.Case;
import org.prevenance.signal.Command;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.JacksonIOException;

/// What controls told devices: one `device.commanded` event a line, in UTF-8, with the control and the indicators that
/// it looked at beside `command` and `value`. The same command has the same `id` in every run.
final class CommandLines {
    private CommandLines() {}

    /// Writes all commands and flushes; does not close `out`.
    static void write(List<Command> commands, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonReport.JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            for (Command command : commands) {
                one(json, command);
            }
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
        out.write('\n');
        out.flush();
    }

    private static void one(JsonGenerator json, Command command) {
        Instant at = command.at();
        json.writeStartObject();
        JsonReport.text(json, "specversion", "1.0");
        JsonReport.text(json, "id", command.control() + ":" + command.subject() + ":" + at);
        JsonReport.text(json, "source", "prevenance");
        JsonReport.text(json, "type", "device.commanded");
        JsonReport.text(json, "subject", command.subject());
        JsonReport.text(json, "time", at.toString());
        json.writeObjectPropertyStart("data");
        JsonReport.text(json, "command", command.command());
        json.writeName("value");
        json.writeRawValue(command.value());
        JsonReport.text(json, "control", command.control());
        json.writeObjectPropertyStart("from");
        for (Case.Figure figure : command.from()) {
            JsonReport.text(json, figure.indicator(), figure.en());
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }
}
