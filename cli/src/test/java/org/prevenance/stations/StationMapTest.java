package org.prevenance.stations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prevenance.forecast.target.Foretold;
import org.prevenance.stations.StationMap.Kind;
import org.prevenance.stations.StationMap.Nearest;
import org.prevenance.text.Mistakes;
import org.prevenance.text.NamedText;

class StationMapTest {
    private static final String CLAIRVILLE = """
            station: Clairville
            since: 2024-01-01
            places:
              Hall:       {kind: meeting point, walk: {1: 1, 2: 2, 3: 4}}
              North gate: {kind: meeting point, walk: {3: 1, 2: 2, 9: 6}}
              Car park:   {kind: car park, walk: {1: 5, 3: 3}}
            """;

    @TempDir
    Path folder;

    @Test
    void the_nearest_place_is_told_with_the_minutes_that_it_spares() {
        StationMap map = Objects.requireNonNull(StationMap.read(file(CLAIRVILLE), new Mistakes()));

        assertEquals(new Nearest("Hall", 1, 0), map.nearest(Kind.MEETING_POINT, "1"));
        assertEquals(new Nearest("North gate", 1, 3), map.nearest(Kind.MEETING_POINT, "3"));
        assertEquals(new Nearest("Hall", 2, 0), map.nearest(Kind.MEETING_POINT, "2"), "of two as near the first");
        assertEquals(new Nearest("Car park", 3, 0), map.nearest(Kind.CAR_PARK, "3"));
    }

    @Test
    void what_the_map_does_not_show_is_not_made_up() {
        StationMap map = Objects.requireNonNull(StationMap.read(file(CLAIRVILLE), new Mistakes()));

        assertEquals(new Nearest("North gate", 6, null), map.nearest(Kind.MEETING_POINT, "9"), "no way from the hall");
        assertNull(map.nearest(Kind.CAR_PARK, "2"));
    }

    @Test
    void each_platform_becomes_an_event_of_the_day_since_when_it_is_so() throws IOException {
        Files.createDirectories(folder.resolve("maps"));
        Files.writeString(folder.resolve("maps/clairville.station.yaml"), CLAIRVILLE);

        List<Foretold> events = StationEvents.under(folder, ZoneId.of("Europe/Paris"), new Mistakes());

        assertEquals(
                List.of("1", "2", "3", "9"), events.stream().map(Foretold::key).toList());
        Foretold first = events.getFirst();
        assertEquals("stop/Clairville", first.subject());
        assertEquals(java.time.Instant.parse("2023-12-31T23:00:00Z").getEpochSecond() * 1_000_000, first.at());
        assertEquals(
                Map.of(
                        "platform", "1",
                        "meet", "Hall",
                        "meetMinutes", 1,
                        "meetSpared", 0,
                        "park", "Car park",
                        "parkMinutes", 5,
                        "parkSpared", 0),
                first.data());
    }

    @Test
    void mistakes_are_told_with_their_place() {
        Mistakes mistakes = new Mistakes();

        assertNull(StationMap.read(file("""
                station: Clairville
                since: soon
                places:
                  Hall: {kind: bench, walk: {1: far}}
                """), mistakes));

        String said = mistakes.sorted().toString();
        assertTrue(said.contains("since must be a day, not soon."), said);
        assertTrue(said.contains("A place is a meeting point or a car park, not bench."), said);
        assertTrue(said.contains("The walk to platform 1 must be full minutes from 0 to 120."), said);
    }

    private static NamedText file(String text) {
        return new NamedText("clairville.station.yaml", text);
    }
}
