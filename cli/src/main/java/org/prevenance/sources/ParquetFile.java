package org.prevenance.sources;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/// A Parquet file: its columns and row groups. Row groups may be read by several threads at once.
final class ParquetFile implements Closeable {
    private static final int MAGIC = 0x31524150; // PAR1

    private final FileChannel channel;
    private final List<RowGroup> groups;
    private final List<Leaf> leaves;

    private ParquetFile(FileChannel channel, List<RowGroup> groups, List<Leaf> leaves) {
        this.channel = channel;
        this.groups = groups;
        this.leaves = leaves;
    }

    /// @throws IOException with the reason where it is no Parquet file, or an encrypted one
    static ParquetFile open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            long size = channel.size();
            byte[] tail = read(channel, Math.max(0, size - 8), (int) Math.min(8, size));
            int length = size < 12 ? -1 : PageValues.int32(tail, 0);
            if (length <= 0 || length > size - 12 || PageValues.int32(tail, 4) != MAGIC) {
                throw new IOException("This is no Parquet file, or its end is missing.");
            }
            byte[] footer = read(channel, size - 8 - length, length);
            FileMetaData said = Util.readFileMetaData(new ByteArrayInputStream(footer));
            List<Leaf> leaves = Leaf.of(said(said.getSchema(), "schema"));
            return new ParquetFile(channel, said(said.getRow_groups(), "row groups"), leaves);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// The columns that hold values, in order.
    List<Leaf> leaves() {
        return leaves;
    }

    int rowGroups() {
        return groups.size();
    }

    int rows(int group) {
        return Math.toIntExact(groups.get(group).getNum_rows());
    }

    /// The values of one column in one row group.
    ColumnValues read(int group, Leaf leaf) throws IOException {
        List<ColumnChunk> chunks = said(groups.get(group).getColumns(), "columns");
        ColumnMetaData column = said(chunks.get(leaf.number()).getMeta_data(), "column");
        long from = column.getData_page_offset();
        if (column.isSetDictionary_page_offset() && column.getDictionary_page_offset() > 0) {
            from = Math.min(from, column.getDictionary_page_offset());
        }
        byte[] chunk = read(channel, from, Math.toIntExact(column.getTotal_compressed_size()));
        return new ChunkReader(leaf, said(column.getCodec(), "compression"), chunk, rows(group))
                .read(column.getNum_values(), rows(group));
    }

    /// What the format asks every file to say.
    static <T> T said(@Nullable T value, String what) throws IOException {
        if (value == null) {
            throw new IOException("The Parquet file is broken: it does not say its " + what + ".");
        }
        return value;
    }

    private static byte[] read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException("The Parquet file ends before its content does.");
            }
        }
        return bytes.array();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
