package org.prevenance.forecast.target;

import java.util.LinkedHashMap;
import java.util.Map;

/// One forecast, to enter the rest of the product as an event.
///
/// @param type    of the event, such as `forecast.arrival`
/// @param subject what it is about, such as `trip/T1`
/// @param at      when it was made, microseconds since 1970
/// @param key     what else tells it apart from others of this subject and instant, such as the stop; may be empty
/// @param data    fields in order: texts, numbers, booleans, and instants as [java.time.Instant]
public record Foretold(String type, String subject, long at, String key, Map<String, Object> data) {
    public Foretold {
        data = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }
}
