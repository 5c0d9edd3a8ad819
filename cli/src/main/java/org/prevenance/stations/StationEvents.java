package org.prevenance.stations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.ZoneDays;
import org.prevenance.forecast.target.Foretold;
import org.prevenance.text.Mistakes;
import org.prevenance.text.NamedText;

/// The maps of stations as events: one `stop.described` for each platform, so that playbooks read them as everything
/// else.
public final class StationEvents {
    private static final String ENDING = ".station.yaml";

    private StationEvents() {}

    /// What the maps under a folder say, at any depth, in the order of their names.
    ///
    /// @param mistakes is told what is wrong in them
    /// @throws IOException where a file cannot be read
    public static List<Foretold> under(Path folder, ZoneId zone, Mistakes mistakes) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
        List<Foretold> events = new ArrayList<>();
        for (Path file : files) {
            String name = folder.relativize(file).toString();
            StationMap map = StationMap.read(new NamedText(name, Files.readString(file)), mistakes);
            if (map != null) {
                map.platforms().forEach(platform -> events.add(described(map, platform, zone)));
            }
        }
        return events;
    }

    private static Foretold described(StationMap map, String platform, ZoneId zone) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("platform", platform);
        tell(data, "meet", map.nearest(StationMap.Kind.MEETING_POINT, platform));
        tell(data, "park", map.nearest(StationMap.Kind.CAR_PARK, platform));
        long since = ZoneDays.micros(map.since().atStartOfDay(zone).toInstant());
        return new Foretold("stop.described", "stop/" + map.stop(), since, platform, data);
    }

    private static void tell(Map<String, Object> data, String what, StationMap.@Nullable Nearest nearest) {
        if (nearest != null) {
            data.put(what, nearest.place());
            data.put(what + "Minutes", nearest.minutes());
            if (nearest.spared() != null) {
                data.put(what + "Spared", nearest.spared());
            }
        }
    }
}
