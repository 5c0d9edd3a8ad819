package org.prevenance.forecast.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// A model with its provenance, as a ZIP file: `provenance.json`, which people can read too, and the parts that the
/// target needs. The same model always makes the same bytes.
///
/// @param parts by name, each as the target wrote it
public record ModelFile(Provenance provenance, SortedMap<String, byte[]> parts) {
    private static final String PROVENANCE = "provenance.json";
    /// Midnight of the first day that ZIP knows, so that equal models make equal files.
    private static final java.time.LocalDateTime NO_TIME = java.time.LocalDateTime.of(1980, 1, 1, 0, 0);

    public ModelFile {
        parts = new TreeMap<>(parts);
    }

    /// A part that must be there.
    ///
    /// @throws IllegalArgumentException where it is not
    public byte[] part(String name) {
        byte[] part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException(
                    "The model of (%s) has no part (%s), only %s.\nMaybe train it again with this version."
                            .formatted(provenance.forecast(), name, parts.keySet()));
        }
        return part;
    }

    /// Writes it; does not close `out`.
    public void write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        put(zip, PROVENANCE, ProvenanceJson.text(provenance).getBytes(StandardCharsets.UTF_8));
        for (var part : parts.entrySet()) {
            put(zip, part.getKey(), part.getValue());
        }
        zip.finish();
        zip.flush();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /// Reads what [#write] wrote.
    ///
    /// @param name of the file, for messages
    /// @throws IOException where it is no model
    public static ModelFile read(String name, InputStream in) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        SortedMap<String, byte[]> parts = new TreeMap<>();
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            parts.put(entry.getName(), zip.readAllBytes());
        }
        byte[] provenance = parts.remove(PROVENANCE);
        if (provenance == null) {
            throw new IOException(
                    "The file (%s) is no model: it holds no %s.\nMaybe name a file that forecast train wrote."
                            .formatted(name, PROVENANCE));
        }
        return new ModelFile(
                ProvenanceJson.read(name + "!" + PROVENANCE, new String(provenance, StandardCharsets.UTF_8)), parts);
    }
}
