package org.prevenance.sources;

import com.github.luben.zstd.Zstd;
import io.airlift.compress.v3.lz4.Lz4JavaDecompressor;
import io.airlift.compress.v3.snappy.SnappyJavaDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;

/// Reads one column chunk, page by page, into [ColumnValues]. Not thread-safe; one for each chunk.
final class ChunkReader {
    private final Leaf leaf;
    private final CompressionCodec codec;
    private final byte[] chunk;
    private final ColumnValues values;
    private final PageValues pages;
    private int[] definitions = new int[0];
    private int[] repetitions = new int[0];
    private int[] allDefinitions = new int[0];
    private int[] allRepetitions = new int[0];

    /// @param chunk from the first page (of the dictionary, where there is one) on
    /// @param rows  in the row group
    ChunkReader(Leaf leaf, CompressionCodec codec, byte[] chunk, int rows) {
        this.leaf = leaf;
        this.codec = codec;
        this.chunk = chunk;
        this.values = new ColumnValues(leaf, rows);
        this.pages = new PageValues(leaf, values);
    }

    /// @param count values in the chunk, nulls included
    ColumnValues read(long count, int rows) throws IOException {
        int at = 0;
        while (values.rows < count) {
            ByteArrayInputStream in = new ByteArrayInputStream(chunk, at, chunk.length - at);
            PageHeader header = Util.readPageHeader(in);
            int body = chunk.length - in.available();
            if (header.getCompressed_page_size() < 0 || body + header.getCompressed_page_size() > chunk.length) {
                throw new IOException("A page of the column (" + leaf.name() + ") ends outside of its chunk.");
            }
            switch (ParquetFile.said(header.getType(), "kind of page")) {
                case DICTIONARY_PAGE -> {
                    byte[] page = unpacked(body, header.getCompressed_page_size(), header.getUncompressed_page_size());
                    pages.dictionary(
                            page,
                            ParquetFile.said(header.getDictionary_page_header(), "dictionary")
                                    .getNum_values());
                }
                case DATA_PAGE -> first(header, body);
                case DATA_PAGE_V2 -> second(header, body);
                case INDEX_PAGE -> {} // holds no values
            }
            at = body + header.getCompressed_page_size();
        }
        return leaf.lists() == 0 ? values : values.joined(allRepetitions, allDefinitions, rows);
    }

    /// A page of version 1: levels and values packed together, each kind of level after its length.
    private void first(PageHeader header, int body) throws IOException {
        DataPageHeader data = ParquetFile.said(header.getData_page_header(), "page");
        byte[] page = unpacked(body, header.getCompressed_page_size(), header.getUncompressed_page_size());
        int count = data.getNum_values();
        int at = 0;
        if (leaf.lists() > 0) {
            int length = PageValues.int32(page, at);
            repetitions = levels(page, at + 4, at + 4 + length, leaf.lists(), count, repetitions);
            at += 4 + length;
        }
        if (leaf.defined() > 0) {
            int length = PageValues.int32(page, at);
            definitions = levels(page, at + 4, at + 4 + length, leaf.defined(), count, definitions);
            at += 4 + length;
        }
        take(page, at, count, ParquetFile.said(data.getEncoding(), "encoding"));
    }

    /// A page of version 2: the levels come first and are never packed.
    private void second(PageHeader header, int body) throws IOException {
        DataPageHeaderV2 data = ParquetFile.said(header.getData_page_header_v2(), "page");
        int count = data.getNum_values();
        int repeated = data.getRepetition_levels_byte_length();
        int defined = data.getDefinition_levels_byte_length();
        if (leaf.lists() > 0) {
            repetitions = levels(chunk, body, body + repeated, leaf.lists(), count, repetitions);
        }
        if (leaf.defined() > 0) {
            definitions = levels(chunk, body + repeated, body + repeated + defined, leaf.defined(), count, definitions);
        }
        int from = body + repeated + defined;
        int packed = header.getCompressed_page_size() - repeated - defined;
        int length = header.getUncompressed_page_size() - repeated - defined;
        byte[] page = data.isIs_compressed()
                ? unpacked(from, packed, length)
                : Arrays.copyOfRange(chunk, from, from + packed);
        take(page, 0, count, ParquetFile.said(data.getEncoding(), "encoding"));
    }

    private static int[] levels(byte[] b, int from, int to, int most, int count, int[] reused) throws IOException {
        int[] levels = reused.length < count ? new int[count] : reused;
        RunLengths.read(b, from, to, 32 - Integer.numberOfLeadingZeros(most), levels, count);
        return levels;
    }

    private void take(byte[] page, int at, int count, Encoding encoding) throws IOException {
        if (leaf.lists() > 0) {
            allRepetitions = appended(allRepetitions, repetitions, values.rows, count);
            allDefinitions = appended(allDefinitions, definitions, values.rows, count);
        }
        int nulls = 0;
        for (int i = 0; leaf.defined() > 0 && i < count; i++) {
            nulls += definitions[i] < leaf.defined() ? 1 : 0;
        }
        values.room(count);
        pages.data(page, at, count - nulls, encoding);
        if (nulls > 0) {
            spread(count, count - nulls);
        }
        values.rows += count;
    }

    /// Moves the values that were read one after the other to the rows that have one.
    private void spread(int count, int present) {
        int from = present - 1;
        int base = values.rows;
        for (int i = count - 1; i >= 0; i--) {
            boolean there = definitions[i] == leaf.defined();
            if (values.isText()) {
                values.ids[base + i] = there ? values.ids[base + from--] : ColumnValues.NONE;
            } else {
                values.longs[base + i] = there ? values.longs[base + from--] : org.prevenance.event.Raw.ABSENT;
            }
        }
    }

    private static int[] appended(int[] all, int[] more, int at, int count) {
        int[] longer = all.length < at + count ? Arrays.copyOf(all, Math.max(at + count, all.length * 2)) : all;
        System.arraycopy(more, 0, longer, at, count);
        return longer;
    }

    private byte[] unpacked(int from, int packed, int length) throws IOException {
        byte[] page = new byte[length];
        switch (codec) {
            case UNCOMPRESSED -> System.arraycopy(chunk, from, page, 0, length);
            case SNAPPY -> new SnappyJavaDecompressor().decompress(chunk, from, packed, page, 0, length);
            case LZ4_RAW -> new Lz4JavaDecompressor().decompress(chunk, from, packed, page, 0, length);
            case ZSTD -> {
                long read = Zstd.decompressByteArray(page, 0, length, chunk, from, packed);
                if (Zstd.isError(read)) {
                    throw new IOException(
                            "A page of the column (" + leaf.name() + ") is broken: " + Zstd.getErrorName(read));
                }
            }
            case GZIP -> {
                try (var gzip = new GZIPInputStream(new ByteArrayInputStream(chunk, from, packed))) {
                    page = gzip.readNBytes(length);
                }
            }
            default ->
                throw new IOException("The compression (" + codec
                        + ") is not read. Maybe write the file with ZSTD, SNAPPY, GZIP or LZ4_RAW.");
        }
        return page;
    }
}
