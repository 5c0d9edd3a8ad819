package org.prevenance.forecast.gtfs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The stops of a feed: each by its number, with its platform, and what it is called.
///
/// A stop is called by its station where it has one. Two stations of one name are told apart by their ids:
/// `Saint-Denis (S71)`. Immutable once read.
final class Stops {
    /// No such stop.
    static final int NONE = -1;

    private static final int MOST_PARENTS = 4;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> parents = new ArrayList<>();
    private final List<String> platforms = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private int[] stations = new int[0];
    private String[] called = new String[0];

    static Stops read(Tables tables, Settings settings, FeedSink sink) throws IOException {
        Stops stops = new Stops();
        try (Table table = Table.needed(tables, "stops.txt", sink, "stop_id")) {
            if (table != null) {
                stops.readRows(table);
            }
        }
        stops.findStations(tables.name("stops.txt"), sink);
        stops.call(settings.byId());
        return stops;
    }

    private void readRows(Table table) {
        int id = table.column("stop_id");
        int name = table.column("stop_name");
        int parent = table.column("parent_station");
        int platform = table.column("platform_code");
        while (table.next()) {
            String key = table.text(id);
            if (key.isEmpty()) {
                table.refuse("stop_id", "It is empty; every stop needs one.");
            } else if (numbers.putIfAbsent(key, ids.size()) != null) {
                table.refuse("stop_id", "The stop (" + key + ") stands in the table already; the first counts.");
            } else {
                ids.add(key);
                names.add(table.text(name));
                parents.add(table.text(parent));
                platforms.add(table.text(platform));
                lines.add(table.line());
            }
        }
    }

    private void findStations(String table, FeedSink sink) {
        stations = new int[ids.size()];
        for (int stop = 0; stop < stations.length; stop++) {
            int top = stop;
            for (int climbed = 0; !parents.get(top).isEmpty() && climbed < MOST_PARENTS; climbed++) {
                Integer parent = numbers.get(parents.get(top));
                if (parent == null) {
                    if (top == stop) {
                        sink.refused(
                                table,
                                lines.get(stop),
                                "parent_station",
                                "There is no stop (%s) in stops.txt. The stop is called by its own name."
                                        .formatted(parents.get(top)),
                                ids.get(stop));
                    }
                    break;
                }
                top = parent;
            }
            stations[stop] = top;
        }
    }

    private void call(boolean byId) {
        Map<String, Integer> stationOfName = new HashMap<>();
        boolean[] shared = new boolean[ids.size()];
        for (int station : stations) {
            Integer other = stationOfName.putIfAbsent(ownName(station), station);
            if (other != null && other != station) {
                shared[other] = true;
                shared[station] = true;
            }
        }
        called = new String[ids.size()];
        for (int stop = 0; stop < called.length; stop++) {
            int station = stations[stop];
            String name = ownName(station);
            called[stop] = byId ? ids.get(station) : shared[station] ? name + " (" + ids.get(station) + ")" : name;
        }
    }

    private String ownName(int stop) {
        return names.get(stop).isEmpty() ? ids.get(stop) : names.get(stop);
    }

    int size() {
        return ids.size();
    }

    /// The number of a stop, or [#NONE].
    int number(String id) {
        return numbers.getOrDefault(id, NONE);
    }

    String id(int stop) {
        return ids.get(stop);
    }

    /// The number of its station; its own where it has none.
    int station(int stop) {
        return stations[stop];
    }

    /// What it is called.
    String name(int stop) {
        return called[stop];
    }

    /// Empty where none is known.
    String platform(int stop) {
        return platforms.get(stop);
    }
}
