package org.prevenance.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prevenance.engine.Stages;
import org.prevenance.files.EventLog;
import org.prevenance.files.Progress;
import org.prevenance.files.ReadPlan;
import org.prevenance.files.RowOpener;
import org.prevenance.playbook.Program;

class IslandHistoryTest {
    @TempDir
    Path folder;

    @Test
    void a_journey_is_folded_anew_without_reading_the_others_of_its_customer() throws IOException {
        List<String> booked = IntStream.rangeClosed(1, 300)
                .mapToObj(i -> event(
                        "b" + i,
                        "journey.booked",
                        "journey/J" + i,
                        "{\"customerId\":\"P1\",\"tripId\":\"T1\",\"from\":\"Paris\",\"to\":\"Lyon\"}"))
                .toList();

        Map<String, List<String>> shown = shown(booked);

        assertEquals(300, shown.get("customer/P1").size());
        long journeys = shown.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("journey/"))
                .mapToLong(entry -> entry.getValue().size())
                .sum();
        assertEquals(300, journeys);
    }

    @Test
    void what_was_ever_linked_below_a_subject_is_shown_for_it() throws IOException {
        Map<String, List<String>> shown = shown(List.of(
                event("e1", "contract.started", "contract/C1", "{\"customerId\":\"P1\",\"product\":\"f\"}"),
                event("e2", "device.installed", "device/D1", "{\"contractId\":\"C1\"}"),
                event("e3", "device.usage", "device/D1", "{\"bytes\":5}"),
                event("e4", "device.removed", "device/D1", "{\"contractId\":\"C1\"}"),
                event("e5", "contract.started", "contract/C2", "{\"customerId\":\"P1\",\"product\":\"f\"}"),
                event("e6", "complaint.filed", "customer/P1", "{\"about\":\"billing\",\"contractId\":\"C2\"}"),
                event("e7", "device.installed", "device/D1", "{\"contractId\":\"C2\"}"),
                event(
                        "e8",
                        "case.closed",
                        "customer/P1",
                        "{\"caseId\":\"a/b:contract/C1\",\"outcome\":\"confirmed\"}")));

        assertEquals(List.of("e2", "e3", "e4", "e7", "e8"), shown.get("device/D1"));
        assertEquals(List.of("e1", "e2", "e3", "e4", "e7", "e8"), shown.get("contract/C1"));
        assertEquals(List.of("e2", "e3", "e4", "e5", "e6", "e7", "e8"), shown.get("contract/C2"));
        assertEquals(List.of("e1", "e2", "e3", "e4", "e5", "e6", "e7", "e8"), shown.get("customer/P1"));
    }

    /// The ids of the events that are shown for each subject.
    private Map<String, List<String>> shown(List<String> lines) throws IOException {
        Files.write(folder.resolve("events.ndjson"), lines);
        Program program = Packs.compile(Packs.shipped().choose(List.of())).orThrow();
        Stages stages = new Stages(program);
        BitSet all = new BitSet();
        all.set(0, program.vocabulary().types().size());
        ReadPlan plan = new ReadPlan(
                program.vocabulary(),
                program.symbols(),
                program.subjects(),
                stages.plan().slotsKept(),
                program.zone(),
                stages.plan()::counts,
                stages.groups(),
                1,
                Long.MAX_VALUE,
                RowOpener.NONE);
        Map<String, List<String>> shown = new TreeMap<>();
        try (EventLog log = EventLog.read(folder, plan, Progress.NONE)) {
            log.forEachIsland(1, () -> island -> {
                IslandHistory history = new IslandHistory(island);
                for (String name : List.of("customer/P1", "contract/C1", "contract/C2", "device/D1")) {
                    show(history, program, all, name, shown);
                }
                for (int i = 0; i < island.size(); i++) {
                    show(history, program, all, program.subjects().name(island.subject(i)), shown);
                }
            });
        }
        return shown;
    }

    private static void show(
            IslandHistory history, Program program, BitSet types, String name, Map<String, List<String>> shown) {
        List<String> ids = new ArrayList<>();
        history.replay(
                program.subjects().of(name),
                types,
                Long.MAX_VALUE,
                event -> ids.add(event.id().toString()));
        if (!ids.isEmpty()) {
            shown.put(name, ids);
        }
    }

    private static String event(String id, String type, String subject, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"s\",\"type\":\"%s\",\"subject\":\"%s\",\"time\":\"2025-01-0%sT08:00:00Z\",\"data\":%s}"
                .formatted(id, type, subject, Math.min(9, Integer.parseInt(id.substring(1))), data);
    }
}
