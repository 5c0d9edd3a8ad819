package org.prevenance.forecast.facts;

import java.util.List;
import org.prevenance.event.Raw;

/// One number known about a leg at an instant. Facts read the [Network], which holds what was known then.
///
/// A fact written in Java may read whatever it likes; [Leaks] finds out if it read too much.
interface Fact {
    String name();

    /// @param at when it is asked, microseconds since 1970
    /// @return NaN where it is not known
    double value(Network network, int leg, long at);

    /// Whether its numbers stand for names, so that larger means nothing.
    default boolean isCategory() {
        return false;
    }

    /// A fact over values of the past.
    ///
    /// @param window microseconds; [Long#MAX_VALUE] for any time
    /// @param last   at most so many values, the newest
    record Past(String name, Tables table, How how, long window, int last) implements Fact {
        /// What is made of the values.
        enum How {
            MEAN,
            MEDIAN,
            MAX,
            LAST,
            COUNT
        }

        @Override
        public double value(Network network, int leg, long at) {
            Series series = table.like(leg, at);
            if (series == null) {
                return how == How.COUNT ? 0 : Double.NaN;
            }
            long since = window == Long.MAX_VALUE ? Long.MIN_VALUE : at - window;
            return switch (how) {
                case MEAN -> series.mean(since, last);
                case MEDIAN -> series.median(since, last);
                case MAX -> series.max(since, last);
                case LAST -> series.last(since);
                case COUNT -> series.count(since, last);
            };
        }
    }

    /// Departures that were due in the last while: how long they have waited so far, those that left and those that did
    /// not, so that a standstill is seen before anybody leaves.
    record Due(String name, What what, boolean sameOperator, boolean atEnd, long window) implements Fact {
        enum What {
            /// Mean minutes late on leaving, or waited so far.
            WAITING,
            /// Share that has not left, nor been cancelled.
            OPEN,
            COUNT
        }

        @Override
        public double value(Network network, int leg, long at) {
            Legs legs = network.legs;
            Board board = network.board(atEnd ? legs.to[leg] : legs.from[leg]);
            int operator = network.trips.operator[legs.trip[leg]];
            double sum = 0;
            int count = 0;
            for (int i = board.before(at - window); i < board.before(at); i++) {
                int other = board.leg(i);
                if (legs.cancelled[other] || sameOperator && network.trips.operator[legs.trip[other]] != operator) {
                    continue;
                }
                boolean open = legs.departed[other] == Raw.ABSENT;
                count++;
                sum += switch (what) {
                    case WAITING -> open ? Legs.minutes(legs.plannedDeparture[other], at) : legs.leftLate(other);
                    case OPEN -> open ? 1 : 0;
                    case COUNT -> 1;
                };
            }
            if (what == What.COUNT) {
                return count;
            }
            return count == 0 ? Double.NaN : sum / count;
        }
    }

    /// How many departures are planned from a stop around this one's, as known then.
    record Planned(String name, boolean atEnd, long window) implements Fact {
        @Override
        public double value(Network network, int leg, long at) {
            Legs legs = network.legs;
            long instant = atEnd ? legs.plannedArrival[leg] : network.planned(leg);
            if (instant == Raw.ABSENT) {
                return Double.NaN;
            }
            Board board = network.board(atEnd ? legs.to[leg] : legs.from[leg]);
            return board.before(instant + window) - board.before(instant - window);
        }
    }

    /// About the trip itself.
    record OfTrip(String name, What what) implements Fact {
        enum What {
            /// Minutes late as last known; NaN before it left.
            LATE,
            /// Length in kilometres.
            KM,
            /// Planned minutes of the leg.
            MINUTES,
            /// Minutes from now to the planned departure of the leg; negative where it is over.
            AHEAD,
            /// Planned minutes at the stop before the leg.
            STOP,
            /// Place of the leg in the trip, from 0.
            PLACE
        }

        @Override
        public double value(Network network, int leg, long at) {
            Legs legs = network.legs;
            return switch (what) {
                case LATE -> network.trips.lateNow(legs.trip[leg]);
                case KM -> network.trips.km[legs.trip[leg]];
                case MINUTES -> Legs.minutes(legs.plannedDeparture[leg], legs.plannedArrival[leg]);
                case AHEAD -> Legs.minutes(at, legs.plannedDeparture[leg]);
                case STOP ->
                    legs.place[leg] == 0
                            ? Double.NaN
                            : Legs.minutes(legs.plannedArrival[leg - 1], legs.plannedDeparture[leg]);
                case PLACE -> legs.place[leg];
            };
        }
    }

    /// How late the operator itself expects the leg to end, by its last estimate.
    record Estimate(String name) implements Fact {
        @Override
        public double value(Network network, int leg, long at) {
            Legs legs = network.legs;
            double arrival = Legs.minutes(legs.plannedArrival[leg], legs.expectedArrival[leg]);
            return Double.isNaN(arrival)
                    ? Legs.minutes(legs.plannedDeparture[leg], legs.expectedDeparture[leg])
                    : arrival;
        }
    }

    /// About the last leg that the same vehicle makes before this one, as far as the assignment is known.
    record OfVehicle(String name, What what) implements Fact {
        enum What {
            /// Minutes late as last known; where it should have left and has not, minutes waited so far.
            LATE,
            /// Minutes from its end, as expected now, to this departure as planned.
            FREE,
            /// [#FREE] less the way back, where it ends elsewhere than this leg begins, of as long as the way out.
            SLACK,
            /// Planned minutes.
            MINUTES,
            /// 1 where it ends where this leg begins, else 0.
            RETURNS,
            /// Where it stands: 0 not left, 1 on its way, 2 arrived.
            STATE,
            /// How many legs it makes before this one in 24 hours.
            LEGS,
            /// Minutes late where it was last seen, or should have been, whatever it has still to do before this leg.
            NOW,
            /// Planned minutes that it stands from there until this departure: what it can make up.
            STANDS
        }

        private static final long REACH = 2 * Raw.DAY;

        @Override
        public double value(Network network, int leg, long at) {
            Legs legs = network.legs;
            int vehicle = network.trips.vehicle[legs.trip[leg]];
            if (vehicle < 0) {
                return Double.NaN;
            }
            Board board = network.vehicle(vehicle);
            long planned = network.planned(leg);
            int place = board.before(planned);
            if (what == What.LEGS) {
                return place - board.before(planned - Raw.DAY);
            }
            while (place > 0 && legs.cancelled[board.leg(place - 1)]) {
                place--;
            }
            int before = place == 0 ? -1 : board.leg(place - 1);
            if (before < 0 || network.planned(before) < planned - REACH) {
                return Double.NaN;
            }
            if (what == What.NOW || what == What.STANDS) {
                return seen(network, board, place, leg, at);
            }
            double late = late(network, before, at);
            double free = free(legs, before, leg, late, at);
            boolean returns = legs.to[before] == legs.from[leg];
            double minutes = Legs.minutes(legs.plannedDeparture[before], legs.plannedArrival[before]);
            return switch (what) {
                case LATE -> late;
                case FREE -> free;
                case SLACK -> returns ? free : free - minutes;
                case MINUTES -> minutes;
                case RETURNS -> returns ? 1 : 0;
                case STATE -> legs.arrived[before] != Raw.ABSENT ? 2 : legs.departed[before] != Raw.ABSENT ? 1 : 0;
                case LEGS, NOW, STANDS -> throw new IllegalStateException();
            };
        }

        /// Goes back from a leg to the one on which the vehicle is, or which it made last.
        private double seen(Network network, Board board, int place, int leg, long at) {
            Legs legs = network.legs;
            double stands = 0;
            int next = leg;
            for (int i = place - 1; i >= 0 && network.planned(board.leg(i)) >= network.planned(leg) - REACH; i--) {
                int earlier = board.leg(i);
                if (legs.cancelled[earlier]) {
                    continue;
                }
                stands += Legs.minutes(legs.plannedArrival[earlier], network.planned(next));
                if (legs.departed[earlier] != Raw.ABSENT || network.planned(earlier) <= at) {
                    return what == What.STANDS ? stands : now(network, earlier, at);
                }
                next = earlier;
            }
            return Double.NaN;
        }

        private static double now(Network network, int leg, long at) {
            boolean underWay = network.legs.arrived[leg] == Raw.ABSENT;
            double late = late(network, leg, at);
            double due = Legs.minutes(network.legs.plannedArrival[leg], at);
            return underWay && due > late ? due : late;
        }

        private static double late(Network network, int leg, long at) {
            double late = network.trips.lateNowOn(leg);
            return Double.isNaN(late) ? Math.max(0, Legs.minutes(network.legs.plannedDeparture[leg], at)) : late;
        }

        private static double free(Legs legs, int before, int leg, double late, long at) {
            if (legs.arrived[before] != Raw.ABSENT) {
                return Legs.minutes(legs.arrived[before], legs.plannedDeparture[leg]);
            }
            double byPlan = Legs.minutes(legs.plannedArrival[before], legs.plannedDeparture[leg]) - late;
            return Math.min(byPlan, Legs.minutes(at, legs.plannedDeparture[leg]));
        }
    }

    /// Of the planned departure, in the zone of the chronicle.
    record Calendar(String name, What what) implements Fact {
        enum What {
            /// Hours since the day began, with minutes as a fraction.
            HOUR,
            /// 1 Monday to 7 Sunday.
            WEEKDAY,
            /// 1 to 366.
            DAY_OF_YEAR
        }

        @Override
        public double value(Network network, int leg, long at) {
            long planned = network.planned(leg);
            if (planned == Raw.ABSENT) {
                return Double.NaN;
            }
            long day = network.days.day(planned);
            return switch (what) {
                case HOUR -> (planned - network.days.start(day)) / (double) Raw.HOUR;
                case WEEKDAY -> Math.floorMod(day + 3, 7) + 1; // 1970 began on a Thursday
                case DAY_OF_YEAR -> java.time.LocalDate.ofEpochDay(day).getDayOfYear();
            };
        }
    }

    /// A name, as the number of its symbol; a model keeps the names that it has learnt.
    record Category(String name, What what) implements Fact {
        enum What {
            OPERATOR,
            NUMBER,
            FROM,
            TO,
            VEHICLE
        }

        @Override
        public double value(Network network, int leg, long at) {
            int trip = network.legs.trip[leg];
            int symbol = switch (what) {
                case OPERATOR -> network.trips.operator[trip];
                case NUMBER -> network.trips.number[trip];
                case FROM -> network.legs.from[leg];
                case TO -> network.legs.to[leg];
                case VEHICLE -> network.trips.vehicle[trip];
            };
            return symbol < 0 ? Double.NaN : symbol;
        }

        @Override
        public boolean isCategory() {
            return true;
        }
    }

    /// Several facts added up, such as the delay now and what a line usually gains; NaN where the first is not known,
    /// others count as 0 where they are not.
    record Sum(String name, List<Fact> parts) implements Fact {
        public Sum {
            parts = List.copyOf(parts);
        }

        @Override
        public double value(Network network, int leg, long at) {
            double sum = parts.getFirst().value(network, leg, at);
            for (Fact part : parts.subList(1, parts.size())) {
                double value = part.value(network, leg, at);
                sum += Double.isNaN(value) ? 0 : value;
            }
            return sum;
        }
    }
}
