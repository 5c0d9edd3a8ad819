package org.prevenance.forecast.facts;

/// Is told what is planned, as it becomes known, in the order in which it does.
public interface Plans {
    /// Nobody wants to know.
    Plans UNHEARD = new Plans() {
        @Override
        public void planned(long known, Leg leg) {}

        @Override
        public void dropped(long known, int leg) {}
    };

    /// A leg is planned, or planned anew.
    ///
    /// @param known when it became known, microseconds since 1970
    void planned(long known, Leg leg);

    /// A leg is planned no longer.
    ///
    /// @param leg by its number
    void dropped(long known, int leg);

    /// @param leg       its number, by which it is told again
    /// @param operator  as a symbol; -1 where not known
    /// @param number    of the trip for people, as a symbol; -1 where not known
    /// @param to        the stop at its end, as a symbol
    /// @param departure as planned, or where there is none its arrival, microseconds since 1970
    /// @param arrival   as planned; [org.prevenance.event.Raw#ABSENT] where there is none
    record Leg(int leg, int operator, int number, int to, long departure, long arrival) {}
}
