package org.prevenance.forecast.platform;

import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.vocabulary.EventType;

/// Which calls are learnt from, where there are more than are needed: the same ones each time.
///
/// @param share of the calls, 0 to 1
record Sample(double share) {
    private static final double ENOUGH = 60_000;
    private static final double DISGUISED = 0.15;

    static Sample of(Chronicle chronicle) {
        EventType called = chronicle.words().vocabulary().type("trip.called");
        int calls = 0;
        for (int i = 0; i < chronicle.size(); i++) {
            calls += called != null && chronicle.type(i) == called.ordinal() ? 1 : 0;
        }
        return new Sample(Math.min(1, ENOUGH / Math.max(1, calls)));
    }

    boolean takes(Call call) {
        return unit(lot(call, -1)) < share;
    }

    /// Whether the question is learnt from a second time, as if the timetable had just changed.
    boolean disguises(Call call) {
        return unit(lot(call, -2)) < DISGUISED;
    }

    private static double unit(long lot) {
        return (lot >>> 11) * 0x1.0p-53;
    }

    /// Any 64 bits, always the same for the same call.
    static long lot(Call call, int matter) {
        long mixed = call.trip.subject * 0x9E3779B97F4A7C15L
                ^ call.stop.name * 0xC2B2AE3D27D4EB4FL
                ^ matter * 0x165667B19E3779F9L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
