package org.prevenance.files;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/// How the bytes of a file are packed, told by the end of its name.
public enum Compression {
    NONE(""),
    GZIP(".gz"),
    ZSTD(".zst");

    private final String suffix;

    Compression(String suffix) {
        this.suffix = suffix;
    }

    /// The compression of the file with this name, in small or capital letters.
    public static Compression of(String fileName) {
        for (Compression one : new Compression[] {GZIP, ZSTD}) {
            int at = fileName.length() - one.suffix.length();
            if (at > 0 && fileName.regionMatches(true, at, one.suffix, 0, one.suffix.length())) {
                return one;
            }
        }
        return NONE;
    }

    /// The name without the ending that says how the file is packed.
    public String strip(String fileName) {
        return fileName.substring(0, fileName.length() - suffix.length());
    }

    /// The unpacked bytes of `packed`. Closing the result closes `packed`.
    ///
    /// @throws IOException when the beginning is not of this format
    public InputStream open(InputStream packed) throws IOException {
        return switch (this) {
            case NONE -> packed;
            case GZIP -> new GZIPInputStream(packed, 1 << 16);
            case ZSTD -> unzstd(packed);
        };
    }

    private static InputStream unzstd(InputStream packed) throws IOException {
        try {
            return new ZstdInputStream(packed);
        } catch (LinkageError e) { // the native part could not be unpacked into java.io.tmpdir, or not for this machine
            throw new IOException(
                    "Zstandard is not available here (" + e.getMessage() + "). Maybe unpack it first.", e);
        }
    }
}
