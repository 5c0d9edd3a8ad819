package org.prevenance.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import com.google.transit.realtime.GtfsRealtime.FeedHeader;
import com.google.transit.realtime.GtfsRealtime.FeedMessage;
import com.google.transit.realtime.GtfsRealtime.TripDescriptor;
import com.google.transit.realtime.GtfsRealtime.TripUpdate;
import com.google.transit.realtime.GtfsRealtime.TripUpdate.StopTimeEvent;
import com.google.transit.realtime.GtfsRealtime.TripUpdate.StopTimeUpdate;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.files.EventLog;
import org.prevenance.files.Progress;
import org.prevenance.files.Quarantined;
import org.prevenance.files.ReadPlan;

/// Feeds of GTFS among the files of a folder, read as `check` reads them.
class FeedsTest {
    @TempDir
    Path folder;

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("agency.txt", """
                agency_id,agency_name,agency_url,agency_timezone
                R,Rhône Rail,https://example.org,Europe/Paris
                """);
        tables.put("stops.txt", """
                stop_id,stop_name
                A,Ambérieu
                L,Lyon
                """);
        tables.put("routes.txt", "route_id,route_type\nK,2\n");
        tables.put("trips.txt", "route_id,service_id,trip_id,trip_short_name\nK,daily,T17,17\n");
        tables.put("calendar_dates.txt", "service_id,date,exception_type\ndaily,20260310,1\ndaily,20260311,1\n");
        tables.put("stop_times.txt", """
                trip_id,arrival_time,departure_time,stop_id,stop_sequence
                T17,08:00:00,08:00:00,A,1
                T17,09:00:00,09:00:00,L,2
                T17,9am,,L,3
                """);
        return tables;
    }

    private void writeFolder(String name) throws IOException {
        Files.createDirectories(folder.resolve(name));
        for (Map.Entry<String, String> table : tables().entrySet()) {
            Files.writeString(folder.resolve(name).resolve(table.getKey()), table.getValue());
        }
    }

    private void writeZip(String name, String inside) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            for (Map.Entry<String, String> table : tables().entrySet()) {
                zip.putNextEntry(new ZipEntry(inside + table.getKey()));
                zip.write(table.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    private static byte[] lateAtLyon(String now, int seconds) {
        return FeedMessage.newBuilder()
                .setHeader(FeedHeader.newBuilder()
                        .setGtfsRealtimeVersion("2.0")
                        .setTimestamp(Instant.parse(now).getEpochSecond()))
                .addEntity(FeedEntity.newBuilder()
                        .setId("1")
                        .setTripUpdate(TripUpdate.newBuilder()
                                .setTrip(TripDescriptor.newBuilder()
                                        .setTripId("T17")
                                        .setStartDate("20260310"))
                                .addStopTimeUpdate(StopTimeUpdate.newBuilder()
                                        .setStopSequence(2)
                                        .setArrival(StopTimeEvent.newBuilder().setDelay(seconds)))))
                .build()
                .toByteArray();
    }

    private void writeMessages(String name) throws IOException {
        Path messages = Files.createDirectories(folder.resolve(name));
        Files.write(messages.resolve("t-1.pb"), lateAtLyon("2026-03-10T07:00:00Z", 60));
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(messages.resolve("t-2.pb.gz")))) {
            packed.write(lateAtLyon("2026-03-10T07:30:00Z", 120));
        }
        Files.write(messages.resolve("t-3.pb.zst"), Zstd.compress(lateAtLyon("2026-03-10T07:40:00Z", 180)));
        Files.write(messages.resolve("t-4.pb"), new byte[] {1, 2, 3});
    }

    private record Result(long admitted, List<String> events, List<Quarantined> quarantine) {}

    private Result read(String sourcesYaml) throws Exception {
        Symbols symbols = new Symbols();
        Subjects subjects = new Subjects(Packs.VOCABULARY.kinds());
        Sources sources = sourcesYaml.isEmpty()
                ? Sources.none(Packs.VOCABULARY)
                : Sources.parse("sources.yaml", sourcesYaml, Packs.VOCABULARY);
        ReadPlan plan = new ReadPlan(
                Packs.VOCABULARY,
                symbols,
                subjects,
                Read.everything(),
                Read.PARIS,
                (type, field) -> false,
                Packs.VOCABULARY.kinds().stream().map(kind -> 0).toList(),
                2,
                Long.MAX_VALUE,
                sources.opener(symbols, subjects, Read.everything(), Read.PARIS));
        try (EventLog log = EventLog.read(folder, plan, Progress.NONE)) {
            List<String> events = new ArrayList<>();
            log.forEachIsland(1, () -> island -> {
                var event = new org.prevenance.event.Event();
                for (int i = 0; i < island.size(); i++) {
                    island.read(i, event);
                    events.add(
                            event.type() + " " + subjects.name(event.subject()) + " " + symbols.text(event.source()));
                }
            });
            events.sort(null);
            return new Result(log.counts().admitted(), events, log.quarantine());
        }
    }

    private static final List<String> ALL = List.of(
            "trip.expected trip/T17@2026-03-10 urn:file:gtfs",
            "trip.expected trip/T17@2026-03-10 urn:file:gtfs",
            "trip.expected trip/T17@2026-03-10 urn:file:gtfs",
            "trip.planned trip/T17@2026-03-10 urn:file:gtfs",
            "trip.planned trip/T17@2026-03-11 urn:file:gtfs");

    @Test
    void a_folder_with_tables_and_messages_is_read_without_a_word_said() throws Exception {
        writeFolder("gtfs");
        writeMessages("rt");
        Files.writeString(folder.resolve("notes.txt"), "left alone");

        Result result = read("");

        assertEquals(ALL, result.events);
        assertEquals(
                List.of("gtfs/stop_times.txt:4 arrival_time", "rt/t-4.pb:1 null"),
                result.quarantine.stream()
                        .map(one -> one.file() + ":" + one.line() + " " + one.field())
                        .toList());
    }

    @Test
    void a_zip_is_read_as_the_folder_is_also_with_a_folder_inside() throws Exception {
        writeMessages("rt");
        writeZip("gtfs.zip", "");
        Result plain = read("");
        writeZip("gtfs.zip", "export/2026/");
        Result nested = read("");

        assertEquals(ALL, plain.events);
        assertEquals(ALL, nested.events);
        assertEquals("gtfs.zip/stop_times.txt", plain.quarantine.getFirst().file());
        assertEquals(
                "gtfs.zip/export/2026/stop_times.txt",
                nested.quarantine.getFirst().file());
    }

    @Test
    void a_zip_that_is_broken_is_told() throws Exception {
        writeZip("gtfs.zip", "");
        byte[] whole = Files.readAllBytes(folder.resolve("gtfs.zip"));
        Files.write(folder.resolve("gtfs.zip"), java.util.Arrays.copyOf(whole, whole.length / 2));

        Result result = read("");

        assertEquals(0, result.admitted);
        assertEquals("gtfs.zip", result.quarantine.getFirst().file());
        assertTrue(result.quarantine.getFirst().reason().startsWith("It cannot be opened as a zip: "));
    }

    @Test
    void sources_yaml_says_which_messages_belong_to_which_timetable_and_which_days_to_plan() throws Exception {
        writeFolder("north");
        writeFolder("south");
        writeMessages("rt");
        String yaml = """
                gtfs:
                  - timetable: south
                    messages: "rt/*.pb*"
                    source: urn:south
                    prefix: s-
                    days: 2026-03-11
                    change: 90s
                  - {timetable: north, days: ..2026-03-10}
                """;

        assertEquals(
                List.of(
                        "trip.expected trip/s-T17@2026-03-10 urn:south",
                        "trip.expected trip/s-T17@2026-03-10 urn:south",
                        "trip.planned trip/T17@2026-03-10 urn:file:north",
                        "trip.planned trip/s-T17@2026-03-11 urn:south"),
                read(yaml).events);
    }

    @Test
    void mistakes_in_sources_yaml_are_told_with_their_place() {
        String yaml = """
                gtfs:
                  - timetabel: south
                    days: 1 March
                    stale: 5 minutes
                    stops: names
                    zone: Paris
                    published: yesterday
                """;

        SourcesException wrong = org.junit.jupiter.api.Assertions.assertThrows(
                SourcesException.class, () -> Sources.parse("sources.yaml", yaml, Packs.VOCABULARY));

        assertEquals(
                List.of(
                        "a feed has no key (timetabel)",
                        "the feed names neither a (timetable) nor (messages)",
                        "(1 March) are no days",
                        "(5 minutes) is no duration",
                        "stops are told by (name) or by (id), not by (names)",
                        "the time zone (Paris) is not known",
                        "(yesterday) is no instant"),
                wrong.mistakes().stream().map(org.prevenance.text.Mistake::what).toList());
    }

    @Test
    void a_proposal_writes_down_what_would_be_read_anyway() throws Exception {
        writeZip("gtfs.zip", "");
        writeMessages("rt");

        String proposed = SourcesProposal.propose(folder, Packs.VOCABULARY);

        assertTrue(proposed.endsWith("""
                        gtfs:
                          # Plans are made for each of its days; fewer are read with (days: 2026-03-01..2026-03-31).
                          - timetable: "gtfs.zip"
                            messages: ["rt/*.pb", "rt/*.pb.gz", "rt/*.pb.zst"] # recorded: 4

                        """), proposed);
        assertEquals(ALL, read(proposed).events);
    }
}
