package org.prevenance.simulator.rail;

import static org.prevenance.simulator.rail.Run.NOT_YET;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import org.prevenance.simulator.rail.Train.Call;
import org.prevenance.simulator.world.Dice;
import org.prevenance.simulator.world.EventLine;
import org.prevenance.simulator.world.Export;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Happening;
import org.prevenance.simulator.world.Outbox;

/// Tells what operators say of the trains of one day: the plan, their estimates, the platforms, what came true. Now and
/// then something comes late, twice, or must be corrected. Not thread-safe.
final class Board {
    /// Travellers are told again when the delay has moved by so many seconds.
    private static final int WORTH_TELLING = 120;
    /// For how many stops ahead delays are told.
    private static final int AHEAD = 4;

    private static final double NEVER_KNOWN = 0.002;
    private static final double KNOWN_LATE = 0.003;
    private static final double CORRECTED = 0.004;
    private static final double TWICE = 0.003;

    private final int day;
    private final Conditions conditions;
    private final Dice dice;
    private final EventLine line;
    private final Outbox outbox;
    private int told;

    Board(int day, Conditions conditions, Dice dice, EventLine line, Outbox outbox) {
        this.day = day;
        this.conditions = conditions;
        this.dice = dice;
        this.line = line;
        this.outbox = outbox;
    }

    /// The name of a train's trip on this day.
    static String trip(Train train, int day) {
        return train.number() + "-" + LocalDate.ofEpochDay(day).format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /// Publishes the plan of a train.
    ///
    /// @param published the instant, in seconds since 1970
    void planned(Train train, PlatformPlan platforms, long published) {
        tell("trip.planned", train, published, published + 30, data -> {
            data.text("operator", train.line().operator().title)
                    .text("number", train.number())
                    .text("kind", "train")
                    .text("line", train.line().title())
                    .name("calls")
                    .raw("[");
            for (int call = 0; call <= train.last(); call++) {
                plan(data, train, call, platforms.published(train, call));
            }
            data.raw("]");
        });
    }

    /// Tells which vehicle is to make a trip, where its operator tells that.
    ///
    /// @param published the instant, in seconds since 1970
    void assigned(Train train, String vehicle, long published) {
        if (train.line().operator().tellsVehicles) {
            tell("trip.assigned", train, published, published + 60, data -> data.text("vehicle", vehicle));
        }
    }

    private void plan(EventLine data, Train train, int place, int platform) {
        Call call = train.call(place);
        data.raw(place == 0 ? "{\"stop\":" : ",{\"stop\":")
                .quoted(call.station().name());
        if (place > 0) {
            data.raw(",\"arrival\":\"")
                    .instant(conditions.instant(call.arrival()))
                    .raw("\"");
        }
        if (place < train.last()) {
            data.raw(",\"departure\":\"")
                    .instant(conditions.instant(call.departure()))
                    .raw("\"");
        }
        if (platform > 0) {
            data.raw(",\"platform\":\"").digits(platform).raw("\"");
        }
        data.raw("}");
    }

    /// A train does not run.
    void cancelled(Run run, int now) {
        for (int place = 0; place <= run.train.last(); place++) {
            String stop = run.train.call(place).station().name();
            long time = conditions.instant(now);
            tell(
                    "trip.called",
                    run.train,
                    time,
                    time + 30,
                    data -> data.text("stop", stop).bool("cancelled", true));
        }
    }

    /// The platform of a call is decided, or has changed.
    void announced(Run run, int call, int now) {
        expects(run, call, now);
    }

    /// Tells how late a train will be where it has not been yet, where that is news.
    void expects(Run run, int now) {
        for (int call = run.at + 1; call <= Math.min(run.train.last(), run.at + AHEAD); call++) {
            if (Math.abs(Math.max(0, run.late) - run.told[call]) >= WORTH_TELLING) {
                expects(run, call, now);
            }
        }
    }

    private void expects(Run run, int place, int now) {
        int late = Math.max(0, run.late);
        run.told[place] = late;
        Call call = run.train.call(place);
        long time = conditions.instant(now);
        tell("trip.expected", run.train, time, time + 5, data -> {
            data.text("stop", call.station().name());
            if (place > 0) {
                data.instant("arrival", conditions.instant(rounded(call.arrival() + late)));
            }
            if (place < run.train.last()) {
                data.instant("departure", conditions.instant(rounded(leaves(call, place, late))));
            }
            if (run.announced[place]) {
                data.text("platform", String.valueOf(run.platforms[place]));
            }
        });
    }

    private static int leaves(Call call, int place, int late) {
        return place == 0 ? call.departure() + late : Math.max(call.departure(), call.arrival() + late + Running.DWELL);
    }

    /// Operators speak of full minutes.
    private static int rounded(int second) {
        return second - Math.floorMod(second, 60);
    }

    /// A train left a stop, or reached its last.
    void called(Run run, int place, int now) {
        Dice lot = dice.of(Integer.parseInt(run.train.number())).of(place);
        if (lot.happens(1, NEVER_KNOWN)) {
            return;
        }
        long time = conditions.instant(now);
        long known = time + lot.between(2, 10, 50) + (lot.happens(3, KNOWN_LATE) ? 3_600L * lot.between(4, 1, 9) : 0);
        run.known[place] = known;
        int platform = run.platforms[place];
        Station station = run.train.call(place).station();
        if (lot.happens(5, CORRECTED) && station.platforms() > 2) {
            int wrong = platform % station.platforms() + 1;
            String id = tell("trip.called", run.train, time, known, data -> call(data, run, place, wrong));
            tell("trip.called", run.train, time, known + 60L * lot.between(6, 2, 30), data -> {
                data.text("corrects", id);
                call(data, run, place, platform);
            });
        } else {
            tell("trip.called", run.train, time, known, data -> call(data, run, place, platform));
        }
    }

    private void call(EventLine data, Run run, int place, int platform) {
        data.text("stop", run.train.call(place).station().name());
        if (place > 0) {
            data.instant("arrived", conditions.instant(run.arrived[place]));
        }
        if (run.departed[place] != NOT_YET) {
            data.instant("departed", conditions.instant(run.departed[place]));
        }
        data.text("platform", String.valueOf(platform));
    }

    /// The weather of the day, as stations observe it each hour.
    void observed() {
        for (Station station : Network.OBSERVED) {
            for (int hour = 0; hour < 24; hour++) {
                int now = hour + Frame.hoursAhead(day);
                long time = Frame.hour(day, hour);
                write(
                        Export.WEATHER,
                        "weather",
                        "weather.observed",
                        "station/" + name(station),
                        time,
                        time + 240,
                        data -> {
                            data.thousandths("celsius", conditions.celsius10(now) * 100L)
                                    .whole("windKph", conditions.gust(now) * 3L / 5)
                                    .whole("gustKph", conditions.gust(now))
                                    .thousandths("precipMm", conditions.rain10(now) * 100L);
                        });
            }
        }
    }

    private static String name(Station station) {
        return station.name().replace(' ', '-');
    }

    private String tell(String type, Train train, long time, long known, Consumer<EventLine> data) {
        return write(
                Export.TRIPS, train.line().operator().source(), type, "trip/" + trip(train, day), time, known, data);
    }

    private String write(
            Export export,
            String source,
            String type,
            String subject,
            long time,
            long known,
            Consumer<EventLine> data) {
        String id = "t%d-%d".formatted(day, ++told);
        Happening happening = new Happening(export, source, type, subject, id, time, known, data);
        happening.post(line, outbox);
        if (dice.happens(told, TWICE)) {
            happening.postAgain(known + dice.between(told + 1_000_000L, 0, 1) * 900L, line, outbox);
        }
        return id;
    }
}
