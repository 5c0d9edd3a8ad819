package org.prevenance.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFilesTest {
    @TempDir
    Path folder;

    private void touch(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }

    private static List<String> names(EventFiles files) {
        return files.files().stream().map(EventFile::name).toList();
    }

    @Test
    void areFoundAtAnyDepthByName() throws IOException {
        for (String name : List.of("z.ndjson", "b/c/x.jsonl.gz", "b/a.JSON", "b.csv.zst", "b/p.parquet")) {
            touch(name);
        }
        assertEquals(
                List.of("b.csv.zst", "b/a.JSON", "b/c/x.jsonl.gz", "b/p.parquet", "z.ndjson"),
                names(EventFiles.under(folder)));
    }

    @Test
    void othersAreLeftAlone() throws IOException {
        for (String name :
                List.of("truth.json", "sources.yaml", "notes.txt", ".hidden.ndjson", ".git/a.json", "gz", "a.gz")) {
            touch(name);
        }
        assertEquals(List.of(), names(EventFiles.under(folder)));
    }

    @Test
    void oneFileMayBeNamed() throws IOException {
        touch("a.ndjson");
        assertEquals(List.of("a.ndjson"), names(EventFiles.under(folder.resolve("a.ndjson"))));
    }

    @Test
    void ofSeveralRootsNamesArePathsAsGiven() throws IOException {
        touch("one/a.ndjson");
        touch("two/a.ndjson");
        EventFiles files = EventFiles.under(List.of(folder.resolve("two"), folder.resolve("one")));
        assertEquals(List.of(folder + "/one/a.ndjson", folder + "/two/a.ndjson"), names(files));
    }

    @Test
    void aLinkThatLeadsNowhereOrBackIsNoted() throws IOException {
        touch("a/x.ndjson");
        Files.createSymbolicLink(folder.resolve("a/loop"), folder.resolve("a"));
        EventFiles files = EventFiles.under(folder);
        assertEquals(List.of("a/x.ndjson"), names(files));
        assertEquals(
                List.of("a/loop"),
                files.unreadable().stream().map(EventFiles.Unreadable::name).toList());
    }
}
