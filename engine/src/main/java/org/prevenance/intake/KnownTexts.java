package org.prevenance.intake;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;

/// Symbols and subjects by their UTF-8 bytes, without a `String` for those met lately. Not thread-safe, though the
/// tables
/// behind it are.
final class KnownTexts {
    private static final int SUBJECT_SEED = -1;
    private static final int SYMBOL_SEED = -2;

    private final Symbols symbols;
    private final Subjects subjects;
    private final ByteTable symbolTable = new ByteTable();
    private final ByteTable subjectTable = new ByteTable();
    private final @Nullable ByteTable[] idTables;

    KnownTexts(Symbols symbols, Subjects subjects) {
        this.symbols = symbols;
        this.subjects = subjects;
        this.idTables = new ByteTable[subjects.kinds().size()];
    }

    int symbol(byte[] b, int from, int to) {
        int length = to - from;
        int hash = ByteTable.hash(b, from, length, SYMBOL_SEED);
        int known = symbolTable.find(b, from, length, hash);
        if (known == ByteTable.MISSING) {
            known = symbols.of(b, from, to);
            remember(symbolTable, b, from, length, hash, known);
        }
        return known;
    }

    /// The subject `kind/id`, or -1 where its kind is not declared or a part of it is empty.
    int subject(byte[] b, int from, int to) {
        int length = to - from;
        int hash = ByteTable.hash(b, from, length, SUBJECT_SEED);
        int known = subjectTable.find(b, from, length, hash);
        if (known == ByteTable.MISSING) {
            known = subjects.of(text(b, from, to));
            if (known >= 0) {
                remember(subjectTable, b, from, length, hash, known);
            }
        }
        return known;
    }

    /// The subject of this kind with a bare id.
    int subject(int kind, byte[] b, int from, int to) {
        int length = to - from;
        int hash = ByteTable.hash(b, from, length, kind);
        ByteTable table = idTable(kind);
        int known = table.find(b, from, length, hash);
        if (known == ByteTable.MISSING) {
            known = subjects.of(kind, text(b, from, to));
            remember(table, b, from, length, hash, known);
        }
        return known;
    }

    private ByteTable idTable(int kind) {
        ByteTable table = idTables[kind];
        if (table == null) {
            table = new ByteTable();
            idTables[kind] = table;
        }
        return table;
    }

    private static void remember(ByteTable table, byte[] b, int from, int length, int hash, int number) {
        if (length <= ByteTable.LONGEST_KEY) {
            table.add(b, from, length, hash, number);
        }
    }

    private static String text(byte[] b, int from, int to) {
        return new String(b, from, to - from, StandardCharsets.UTF_8);
    }
}
