package org.prevenance.simulator.world;

import java.nio.charset.StandardCharsets;

/// What one device sends of one type: the parts of its lines that never change are made once. Not thread-safe.
public final class DeviceFeed {
    private final byte[] head;
    private final byte[] middle;

    /// @param id begins every event's id; the second of the event follows
    public DeviceFeed(String id, String source, String type, String subject) {
        head = ascii("{\"specversion\":\"1.0\",\"id\":\"" + id + "-");
        middle = ascii("\",\"source\":\"" + source + "\",\"type\":\"" + type + "\",\"subject\":\"" + subject
                + "\",\"time\":\"");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Starts a line up to and including the opening of `data`.
    public EventLine begin(EventLine line, long time, long known) {
        return line.beginRaw()
                .raw(head, head.length)
                .digits(time)
                .raw(middle, middle.length)
                .instant(time)
                .raw("\",\"recordedtime\":\"")
                .instant(known)
                .openData();
    }
}
