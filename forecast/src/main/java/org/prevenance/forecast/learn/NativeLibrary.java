package org.prevenance.forecast.learn;

import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// LightGBM's native library, unpacked to a folder of this JVM's own. By itself lightgbm4j unpacks it to a fixed name
/// in
/// the folder for temporary files, where a second JVM overwrites it and the first one dies of SIGBUS.
final class NativeLibrary {
    private static final String PLACE = "java.io.tmpdir";
    private static boolean loaded;

    private NativeLibrary() {}

    static synchronized void load() {
        if (loaded) {
            return;
        }
        String usual = System.getProperty(PLACE);
        try {
            Path own = Files.createTempDirectory("prevenance-lightgbm");
            System.setProperty(PLACE, own.toString());
            try {
                LGBMBooster.loadNative();
            } finally {
                System.setProperty(PLACE, usual);
                remove(own);
            }
            loaded = true;
        } catch (IOException e) {
            throw new UncheckedIOException("LightGBM's native library cannot be unpacked to " + usual + ".", e);
        }
    }

    /// What is loaded stays loaded: the system keeps the files until the JVM ends. Where it does not allow that, they
    /// go when the JVM ends.
    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestLast = files.toList();
            for (Path file : deepestLast.reversed()) {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    file.toFile().deleteOnExit();
                }
            }
        }
    }
}
