package org.prevenance.forecast.facts;

/// When a forecast is asked for: some time before the planned departure from the stop before, or on leaving it.
///
/// @param before microseconds before the planned departure; negative: when it became known that the stop was left
public record Horizon(String name, String fr, String en, long before) {
    /// Asked when it became known that the stop before was left.
    public static final long LEAVING = -1;

    boolean isOnLeaving() {
        return before < 0;
    }
}
