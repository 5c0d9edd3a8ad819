package org.prevenance.forecast.platform;

/// How a history is looked at: as it was, or as if the timetable had changed at some instant.
///
/// Changes of timetable are too rare to be learnt from. So some questions are also asked as if there had just been one:
/// what was planned before the instant is forgotten, or is remembered with other platforms. A model that learnt from
/// such questions too does not cling to habits that are over.
@FunctionalInterface
interface View {
    View PLAIN = call -> call.platform;

    /// Where the call stood; [Call#NONE] where that is forgotten.
    int platform(Call call);

    /// Forgets what was planned before an instant.
    static View since(long instant) {
        return call -> call.planned() < instant ? Call.NONE : call.platform;
    }

    /// Remembers other platforms for what was planned before an instant.
    ///
    /// @param shift by how many platforms they are moved on
    static View moved(long instant, int shift) {
        return call -> call.platform == Call.NONE || call.planned() >= instant
                ? call.platform
                : (call.platform + shift) % Math.max(1, call.stop.platforms());
    }
}
