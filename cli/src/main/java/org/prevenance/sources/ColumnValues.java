package org.prevenance.sources;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Raw;

/// The values of one column in one row group, as a decoder fills them. Values of changing length (texts) are entries
/// `[starts[id], starts[id] + lengths[id])` of one buffer, each row naming its entry: what a dictionary holds once is
/// held once here too. All others are longs.
final class ColumnValues {
    /// The id of a row without a value.
    static final int NONE = -1;

    final Leaf leaf;
    int rows;
    /// For each row the entry; used where [#isText].
    int[] ids;
    int entries;
    byte[] buffer = new byte[0];
    int[] starts = new int[0];
    int[] lengths = new int[0];
    /// For each row the number, the bits of a double, days, or microseconds; [Raw#ABSENT]: none.
    long[] longs;

    private int used;
    private @Nullable String[] texts = new String[0];

    ColumnValues(Leaf leaf, int rows) {
        this.leaf = leaf;
        this.ids = isText(leaf) ? new int[rows] : new int[0];
        this.longs = isText(leaf) ? new long[0] : new long[rows];
    }

    static boolean isText(Leaf leaf) {
        return switch (leaf.type()) {
            case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> true;
            default -> false;
        };
    }

    boolean isText() {
        return isText(leaf);
    }

    void room(int more) {
        int needed = rows + more;
        if (isText() && ids.length < needed) {
            ids = Arrays.copyOf(ids, Math.max(needed, ids.length * 2));
        } else if (!isText() && longs.length < needed) {
            longs = Arrays.copyOf(longs, Math.max(needed, longs.length * 2));
        }
    }

    /// Makes room for this many more entries and bytes.
    void entryRoom(int count, int bytes) {
        if (entries + count > starts.length) {
            int size = Math.max(entries + count, starts.length * 2);
            starts = Arrays.copyOf(starts, size);
            lengths = Arrays.copyOf(lengths, size);
        }
        if (used + bytes > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(used + bytes, buffer.length * 2));
        }
    }

    /// A new entry with these bytes; its number.
    int entry(byte[] b, int from, int length) {
        entryRoom(1, length);
        System.arraycopy(b, from, buffer, used, length);
        starts[entries] = used;
        lengths[entries] = length;
        used += length;
        return entries++;
    }

    boolean isNull(int row) {
        return isText() ? ids[row] == NONE : longs[row] == Raw.ABSENT;
    }

    /// What a person would write for the value in this row; null where there is none. Texts are made once per entry.
    @Nullable
    String text(int row) {
        if (isNull(row)) {
            return null;
        }
        if (!isText()) {
            return number(longs[row]);
        }
        if (texts.length < entries) {
            texts = new String[entries];
        }
        int id = ids[row];
        String text = texts[id];
        if (text == null) {
            text = entryText(id);
            texts[id] = text;
        }
        return text;
    }

    private String number(long raw) {
        return switch (leaf.kind()) {
            case BOOL -> raw == 1 ? "true" : "false";
            case DATE -> LocalDate.ofEpochDay(raw).toString();
            case DECIMAL -> BigDecimal.valueOf(raw, leaf.scale()).toPlainString();
            case REAL -> real(Double.longBitsToDouble(raw));
            case TIMESTAMP ->
                leaf.utc()
                        ? DateReader.isoInstant(raw)
                        : LocalDateTime.ofInstant(DateReader.instant(raw), ZoneOffset.UTC)
                                .toString();
            default -> Long.toString(raw);
        };
    }

    private static String real(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }

    private String entryText(int id) {
        return switch (leaf.kind()) {
            case DECIMAL -> {
                BigInteger unscaled = new BigInteger(buffer, starts[id], lengths[id]);
                yield new BigDecimal(unscaled, leaf.scale()).toPlainString();
            }
            case UUID -> uuid(starts[id]);
            default -> new String(buffer, starts[id], lengths[id], StandardCharsets.UTF_8);
        };
    }

    private String uuid(int at) {
        java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(buffer, at, 16);
        return new java.util.UUID(bytes.getLong(), bytes.getLong()).toString();
    }

    /// Puts the items of each row's list together, separated by [Raw#ITEM_SEPARATOR]; rows without items have no value.
    ///
    /// @param repetitions for each item: 0 where it begins a row
    /// @param definitions for each item its definition level
    ColumnValues joined(int[] repetitions, int[] definitions, int rowCount) {
        Leaf text = new Leaf(
                leaf.name(),
                leaf.number(),
                Leaf.Kind.TEXT,
                org.apache.parquet.format.Type.BYTE_ARRAY,
                0,
                0,
                false,
                leaf.defined(),
                leaf.repeated(),
                leaf.lists());
        ColumnValues joined = new ColumnValues(text, rowCount);
        int item = 0;
        while (item < rows) {
            StringBuilder row = new StringBuilder();
            boolean any = false;
            do {
                if (definitions[item] >= leaf.repeated()) {
                    String value = text(item);
                    row.append(any ? String.valueOf(Raw.ITEM_SEPARATOR) : "").append(value == null ? "" : value);
                    any = true;
                }
                item++;
            } while (item < rows && repetitions[item] > 0);
            byte[] bytes = row.toString().getBytes(StandardCharsets.UTF_8);
            joined.room(1);
            joined.ids[joined.rows++] = any ? joined.entry(bytes, 0, bytes.length) : NONE;
        }
        return joined;
    }
}
