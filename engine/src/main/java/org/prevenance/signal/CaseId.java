package org.prevenance.signal;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a case is called: `telecom/box-failing:contract/C1:2025-03-04T00:00:00Z`. The same events give the same names.
///
/// @param subject  `contract/C1`
/// @param openedAt null: whichever case of the signal about the subject is open
public record CaseId(
        String signal, String subject, @Nullable Instant openedAt) {
    private static final Pattern WRITTEN = Pattern.compile("([^:]+):([^/]+/.+?)(?::(\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z))?");

    /// Reads a name; null where the text is none.
    public static @Nullable CaseId parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        String instant = matcher.group(3);
        try {
            return new CaseId(matcher.group(1), matcher.group(2), instant == null ? null : Instant.parse(instant));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return signal + ":" + subject + (openedAt == null ? "" : ":" + openedAt);
    }
}
