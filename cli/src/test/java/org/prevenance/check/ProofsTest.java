package org.prevenance.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prevenance.files.Progress;
import org.prevenance.files.RowOpener;
import org.prevenance.playbook.Program;

class ProofsTest {
    @TempDir
    Path folder;

    /// One playbook reads the lines of bills item by item, another proves its case with the same bills.
    @Test
    void theItemsOfAListAreShownAsTheyStandInTheEvent() throws IOException {
        Files.writeString(folder.resolve("events.ndjson"), """
                {"specversion":"1.0","id":"b1","source":"billing","type":"bill.issued","subject":"contract/C1","time":"2025-03-01T09:00:00Z","data":{"bill":"B1","amount":{"amount":"34.99","currency":"EUR"},"from":"2025-03-01","to":"2025-03-31","lines":[{"label":"Internet","amount":{"amount":"29.99","currency":"EUR"},"product":"internet"},{"label":"Box","amount":{"amount":"5.00","currency":"EUR"},"product":"box"}]}}
                {"specversion":"1.0","id":"b2","source":"billing","type":"bill.issued","subject":"contract/C1","time":"2025-03-09T09:00:00Z","data":{"bill":"B2","amount":{"amount":"29.99","currency":"EUR"},"from":"2025-03-01","to":"2025-03-31","lines":[{"label":"Internet","amount":{"amount":"29.99","currency":"EUR"},"product":"internet"}]}}
                """);
        Program program = Packs.compile(Packs.shipped().choose(List.of())).orThrow();

        CheckResult result = Check.run(program, new Check.Request(folder, null, 1, RowOpener.NONE), Progress.NONE);

        Map<String, CheckResult.Proof> proofs = result.proofs();
        assertEquals("29.99 EUR, 5.00 EUR", fact(proofs, "b1", "lines.amount"));
        assertEquals("internet, box", fact(proofs, "b1", "lines.product"));
        assertEquals("29.99 EUR", fact(proofs, "b2", "lines.amount"));
        assertEquals("34.99 EUR", fact(proofs, "b1", "amount"));
    }

    private static String fact(Map<String, CheckResult.Proof> proofs, String id, String path) {
        CheckResult.Proof proof = proofs.get(id);
        return proof == null ? "no proof " + id : proof.facts().getOrDefault(path, "no " + path);
    }
}
