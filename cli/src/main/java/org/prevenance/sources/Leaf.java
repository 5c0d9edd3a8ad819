package org.prevenance.sources;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.Type;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/// One column of a Parquet file that holds values (format: `parquet.thrift` of apache/parquet-format).
///
/// @param name        its path, `data.amount.currency`; the groups that only make a list are left out of it
/// @param number      its place among the columns that hold values
/// @param scale       for [Kind#DECIMAL]: digits after the point; for times: microseconds per unit, negative: units per
///                    microsecond
/// @param utc         for [Kind#TIMESTAMP]: an instant, else a local time
/// @param defined     the definition level of a value that is there
/// @param repeated    the definition level of an item that is there, null or not; 0 where the column is no list
/// @param lists       how many lists it is inside of
record Leaf(
        String name,
        int number,
        Kind kind,
        Type type,
        int length,
        int scale,
        boolean utc,
        int defined,
        int repeated,
        int lists) {
    enum Kind {
        TEXT,
        WHOLE,
        DECIMAL,
        REAL,
        BOOL,
        DATE,
        TIMESTAMP,
        UUID,
        /// Of a type that is not read: intervals, times of day, bytes of fixed length.
        OTHER
    }

    /// What the library's decoders ask for.
    ColumnDescriptor descriptor() {
        PrimitiveTypeName primitive = PrimitiveTypeName.valueOf(type == Type.BYTE_ARRAY ? "BINARY" : type.name());
        PrimitiveType described =
                new PrimitiveType(org.apache.parquet.schema.Type.Repetition.OPTIONAL, primitive, length, name);
        return new ColumnDescriptor(new String[] {name}, described, lists, defined);
    }

    /// The columns of a schema as written in a file's footer, in order.
    static List<Leaf> of(List<SchemaElement> schema) throws IOException {
        List<Leaf> leaves = new ArrayList<>();
        new Walk(schema, leaves).children(schema.getFirst().getNum_children(), List.of(), 0, 0, 0);
        return leaves;
    }

    /// The schema is a tree written depth first.
    private static final class Walk {
        private final List<SchemaElement> schema;
        private final List<Leaf> leaves;
        private int next = 1;

        Walk(List<SchemaElement> schema, List<Leaf> leaves) {
            this.schema = schema;
            this.leaves = leaves;
        }

        void children(int count, List<String> path, int defined, int repeated, int lists) throws IOException {
            for (int i = 0; i < count; i++) {
                SchemaElement element = schema.get(next++);
                FieldRepetitionType repetition = element.getRepetition_type();
                boolean list = repetition == FieldRepetitionType.REPEATED;
                int level = repetition == FieldRepetitionType.REQUIRED ? defined : defined + 1;
                List<String> own = new ArrayList<>(path);
                own.add(element.getName());
                if (element.getNum_children() > 0) {
                    children(element.getNum_children(), own, level, list ? level : repeated, list ? lists + 1 : lists);
                } else {
                    leaves.add(leaf(
                            element, own, leaves.size(), level, list ? level : repeated, list ? lists + 1 : lists));
                }
            }
        }
    }

    private static Leaf leaf(SchemaElement e, List<String> path, int number, int defined, int repeated, int lists)
            throws IOException {
        String name = String.join(".", path);
        if (lists > 0) {
            name = name.replace(".list.element", "").replace(".list.item", "").replace(".bag.array_element", "");
        }
        Type type = ParquetFile.said(e.getType(), "type of column " + name);
        Kind kind = kind(e, type);
        int scale = switch (kind) {
            case DECIMAL -> decimals(e);
            case TIMESTAMP -> unit(e);
            default -> 0;
        };
        return new Leaf(name, number, kind, type, e.getType_length(), scale, utc(e), defined, repeated, lists);
    }

    private static Kind kind(SchemaElement e, Type type) {
        LogicalType logical = e.getLogicalType();
        ConvertedType converted = e.getConverted_type();
        if ((logical != null && logical.isSetDECIMAL()) || converted == ConvertedType.DECIMAL) {
            return Kind.DECIMAL;
        }
        return switch (type) {
            case BOOLEAN -> Kind.BOOL;
            case INT32 -> {
                boolean date = (logical != null && logical.isSetDATE()) || converted == ConvertedType.DATE;
                yield date ? Kind.DATE : isTimeOfDay(logical, converted) ? Kind.OTHER : Kind.WHOLE;
            }
            case INT64 -> {
                boolean stamp = (logical != null && logical.isSetTIMESTAMP())
                        || converted == ConvertedType.TIMESTAMP_MICROS
                        || converted == ConvertedType.TIMESTAMP_MILLIS;
                yield stamp ? Kind.TIMESTAMP : isTimeOfDay(logical, converted) ? Kind.OTHER : Kind.WHOLE;
            }
            case INT96 -> Kind.TIMESTAMP;
            case FLOAT, DOUBLE -> Kind.REAL;
            case BYTE_ARRAY -> Kind.TEXT;
            case FIXED_LEN_BYTE_ARRAY -> logical != null && logical.isSetUUID() ? Kind.UUID : Kind.OTHER;
        };
    }

    private static boolean isTimeOfDay(
            @org.jspecify.annotations.Nullable LogicalType logical,
            @org.jspecify.annotations.Nullable ConvertedType converted) {
        return (logical != null && logical.isSetTIME())
                || converted == ConvertedType.TIME_MICROS
                || converted == ConvertedType.TIME_MILLIS;
    }

    private static int decimals(SchemaElement e) {
        LogicalType logical = e.getLogicalType();
        return logical != null && logical.isSetDECIMAL() ? logical.getDECIMAL().getScale() : e.getScale();
    }

    private static int unit(SchemaElement e) {
        LogicalType logical = e.getLogicalType();
        if (logical != null && logical.isSetTIMESTAMP()) {
            TimeUnit unit = logical.getTIMESTAMP().getUnit();
            return unit == null ? 1 : unit.isSetMILLIS() ? 1_000 : unit.isSetMICROS() ? 1 : -1_000;
        }
        return e.getConverted_type() == ConvertedType.TIMESTAMP_MILLIS ? 1_000 : 1;
    }

    private static boolean utc(SchemaElement e) {
        LogicalType logical = e.getLogicalType();
        return logical == null
                || !logical.isSetTIMESTAMP()
                || logical.getTIMESTAMP().isIsAdjustedToUTC();
    }
}
