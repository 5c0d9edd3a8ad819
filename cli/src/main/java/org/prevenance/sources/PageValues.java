package org.prevenance.sources;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.ValuesType;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.io.api.Binary;
import org.prevenance.event.Raw;

/// Decodes the values of a page: the usual encodings (plain, dictionary, run lengths) here, the rest by the library.
final class PageValues {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long JULIAN_DAY_OF_1970 = 2_440_588;
    private static final long DAY_MICROS = Duration.ofDays(1).toSeconds() * Raw.SECOND;

    private final Leaf leaf;
    private final ColumnValues values;
    private long[] dictionary = new long[0];
    private int[] ids = new int[0];
    private int dictionarySize;

    PageValues(Leaf leaf, ColumnValues values) {
        this.leaf = leaf;
        this.values = values;
    }

    static int int32(byte[] b, int at) {
        return (int) INTS.get(b, at);
    }

    /// Reads the dictionary: the entries of texts, the numbers of the others.
    void dictionary(byte[] page, int count) throws IOException {
        dictionarySize = count;
        if (values.isText()) {
            entries(page, 0, count);
        } else {
            dictionary = new long[count];
            plain(page, 0, count, dictionary, 0);
        }
    }

    /// Puts `count` values behind those that are there, one after the other.
    void data(byte[] page, int at, int count, Encoding encoding) throws IOException {
        try {
            switch (encoding) {
                case PLAIN -> plain(page, at, count);
                case RLE_DICTIONARY, PLAIN_DICTIONARY -> byDictionary(page, at, count);
                case RLE -> truths(page, at, count);
                default -> byLibrary(page, at, count, encoding);
            }
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("A page of the column (" + leaf.name() + ") ends within its values.", e);
        }
    }

    private void plain(byte[] page, int at, int count) throws IOException {
        if (!values.isText()) {
            plain(page, at, count, values.longs, values.rows);
            return;
        }
        int first = values.entries;
        entries(page, at, count);
        for (int i = 0; i < count; i++) {
            values.ids[values.rows + i] = first + i;
        }
    }

    private void entries(byte[] page, int from, int count) throws IOException {
        values.entryRoom(count, page.length - from);
        int at = from;
        for (int i = 0; i < count; i++) {
            int length = leaf.length();
            if (leaf.type() == org.apache.parquet.format.Type.BYTE_ARRAY) {
                length = int32(page, at);
                at += 4;
            }
            if (length < 0 || at + length > page.length) {
                throw new IOException("A text of the column (" + leaf.name() + ") ends outside of its page.");
            }
            values.entry(page, at, length);
            at += length;
        }
    }

    private void plain(byte[] page, int at, int count, long[] into, int first) throws IOException {
        switch (leaf.type()) {
            case INT32 -> {
                for (int i = 0; i < count; i++) {
                    into[first + i] = (int) INTS.get(page, at + (i << 2));
                }
            }
            case INT64 -> {
                for (int i = 0; i < count; i++) {
                    into[first + i] = micros((long) LONGS.get(page, at + (i << 3)));
                }
            }
            case DOUBLE -> {
                for (int i = 0; i < count; i++) {
                    into[first + i] = positive((long) LONGS.get(page, at + (i << 3)));
                }
            }
            case FLOAT -> {
                for (int i = 0; i < count; i++) {
                    into[first + i] = real(Float.intBitsToFloat((int) INTS.get(page, at + (i << 2))));
                }
            }
            case INT96 -> {
                for (int i = 0; i < count; i++) {
                    long day = (int) INTS.get(page, at + 12 * i + 8) - JULIAN_DAY_OF_1970;
                    into[first + i] = day * DAY_MICROS + (long) LONGS.get(page, at + 12 * i) / 1_000;
                }
            }
            case BOOLEAN -> {
                for (int i = 0; i < count; i++) {
                    into[first + i] = (page[at + (i >> 3)] >> (i & 7)) & 1;
                }
            }
            default -> throw new IOException("Values of type (" + leaf.type() + ") are not numbers.");
        }
    }

    /// Times are held in microseconds, whatever the file counts in.
    private long micros(long value) {
        if (leaf.kind() != Leaf.Kind.TIMESTAMP) {
            return value;
        }
        return leaf.scale() > 0 ? value * leaf.scale() : Math.floorDiv(value, -leaf.scale());
    }

    /// The double that a float shows as, `0.1f` as 0.1.
    private static long real(float value) {
        return positive(Double.doubleToRawLongBits(Double.parseDouble(Float.toString(value))));
    }

    /// The bits of -0.0 are those of [Raw#ABSENT]; as 0.0 it is the same number.
    private static long positive(long bits) {
        return bits == Raw.ABSENT ? 0 : bits;
    }

    @SuppressWarnings("ReferenceEquality") // the same array, not an equal one
    private void byDictionary(byte[] page, int at, int count) throws IOException {
        if (count == 0) {
            return;
        }
        int width = page[at];
        int[] read = values.isText() && values.rows == 0 && values.ids.length >= count ? values.ids : scratch(count);
        RunLengths.read(page, at + 1, page.length, width, read, count);
        for (int i = 0; i < count; i++) {
            if (read[i] < 0 || read[i] >= dictionarySize) {
                throw new IOException("The column (" + leaf.name() + ") names an entry that its dictionary has not.");
            }
        }
        if (!values.isText()) {
            for (int i = 0; i < count; i++) {
                values.longs[values.rows + i] = dictionary[read[i]];
            }
        } else if (read != values.ids) {
            System.arraycopy(read, 0, values.ids, values.rows, count);
        }
    }

    private int[] scratch(int count) {
        if (ids.length < count) {
            ids = new int[count];
        }
        return ids;
    }

    private void truths(byte[] page, int at, int count) throws IOException {
        int[] read = scratch(count);
        RunLengths.read(page, at + 4, page.length, 1, read, count);
        for (int i = 0; i < count; i++) {
            values.longs[values.rows + i] = read[i];
        }
    }

    private void byLibrary(byte[] page, int at, int count, Encoding encoding) throws IOException {
        ValuesReader reader = org.apache.parquet.column.Encoding.valueOf(encoding.name())
                .getValuesReader(leaf.descriptor(), ValuesType.VALUES);
        reader.initFromPage(
                count,
                ByteBufferInputStream.wrap(
                        ByteBuffer.wrap(page, at, page.length - at).slice()));
        for (int i = 0; i < count; i++) {
            int row = values.rows + i;
            switch (leaf.type()) {
                case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> {
                    Binary binary = reader.readBytes();
                    byte[] bytes = binary.getBytesUnsafe();
                    values.ids[row] = values.entry(bytes, 0, bytes.length);
                }
                case INT32 -> values.longs[row] = reader.readInteger();
                case INT64 -> values.longs[row] = micros(reader.readLong());
                case DOUBLE -> values.longs[row] = positive(Double.doubleToRawLongBits(reader.readDouble()));
                case FLOAT -> values.longs[row] = real(reader.readFloat());
                case BOOLEAN -> values.longs[row] = reader.readBoolean() ? 1 : 0;
                case INT96 -> throw new IOException("INT96 with the encoding (" + encoding + ") is not read.");
            }
        }
    }
}
