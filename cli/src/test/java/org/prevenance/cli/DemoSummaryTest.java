package org.prevenance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prevenance.signal.Case;
import org.prevenance.signal.Harm;
import org.prevenance.signal.Language;

class DemoSummaryTest {
    @TempDir
    Path world;

    @Test
    void daysAreCountedFromTheOpeningToTheComplaintAboutTheSameContract() throws IOException {
        Files.writeString(world.resolve("contracts.ndjson"), """
                {"id":"1","type":"contract.started","subject":"contract/C1","time":"2024-01-01T09:00:00Z","data":{"customerId":"K1"}}
                {"id":"2","type":"contract.started","subject":"contract/C2","time":"2024-01-01T09:00:00Z","data":{"customerId":"K1"}}
                {"id":"3","type":"contract.started","subject":"contract/H3","time":"2024-01-01T09:00:00Z","data":{"customerId":"K3"}}
                {"id":"4","type":"device.installed","subject":"device/D3","time":"2024-01-01T09:00:00Z","data":{"contractId":"H3"}}
                """);
        Files.writeString(world.resolve("contacts.ndjson"), """
                {"id":"5","type":"complaint.filed","subject":"customer/K1","time":"2024-05-31T09:00:00Z","data":{"about":"billing","contractId":"C1"}}
                {"id":"6","type":"complaint.filed","subject":"customer/K3","time":"2024-05-01T09:00:00Z","data":{"about":"equipment","contractId":"H3"}}
                {"id":"7","type":"contact.received","subject":"customer/K3","time":"2024-01-01T09:00:00Z","data":{"contractId":"H3"}}
                """);
        Instant may = Instant.parse("2024-05-11T09:00:00Z");
        List<Case> cases = List.of(
                found("telecom/billed-twice", "contract/C1", may, "30.00"),
                found("telecom/billed-twice", "contract/C2", may, "10.00"),
                found("appliances/too-warm", "device/D3", may, null));

        DemoSummary summary = DemoSummary.of(cases, Complaints.in(world));

        assertEquals(
                List.of("appliances", "telecom"), List.copyOf(summary.sectors().keySet()));
        assertEquals(
                new DemoSummary.Sector(2, new BigDecimal("40.00"), List.of(20.0), 1),
                summary.sectors().get("telecom"));
        assertEquals(
                new DemoSummary.Sector(1, BigDecimal.ZERO, List.of(), 1),
                summary.sectors().get("appliances"));
        assertEquals("""

                  Sector                Cases       At stake   before the complaint    median days
                  appliances                1              –                 0 of 1              –
                  telecom                   2            €40                 1 of 1             20

                For half of those who complained afterwards, the case had been open for 20 days or more.
                """, summary.text(Language.ENGLISH));
    }

    private static Case found(String signal, String subject, Instant opened, @Nullable String euros) {
        return new Case(
                signal,
                subject,
                opened,
                null,
                null,
                euros == null ? null : new Harm(new BigDecimal(euros), "EUR"),
                List.of(),
                0,
                new Case.Because("Un dossier.", "A case."),
                List.of());
    }
}
