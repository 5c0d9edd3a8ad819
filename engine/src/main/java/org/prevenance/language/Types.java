package org.prevenance.language;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import java.util.Locale;
import org.prevenance.expression.ValueType;
import org.prevenance.expression.ValueType.Kind;
import org.prevenance.vocabulary.FieldType;

/// Our kinds of value as CEL's checker knows them, and as people call them.
final class Types {
    private Types() {}

    static CelType cel(Kind kind) {
        return switch (kind) {
            case WHOLE -> SimpleType.INT;
            case NUMBER -> SimpleType.DOUBLE;
            case MONEY -> OpaqueType.create("money");
            case TIME -> SimpleType.TIMESTAMP;
            case DATE -> OpaqueType.create("date");
            case BOOL -> SimpleType.BOOL;
            case TEXT -> SimpleType.STRING;
            case TEXTS -> ListType.create(SimpleType.STRING);
            case ID -> OpaqueType.create("id");
        };
    }

    /// The name of the variable that stands for every value of this kind while CEL checks.
    static String variable(Kind kind) {
        return "a_" + kind.name().toLowerCase(Locale.ROOT);
    }

    static String words(ValueType type) {
        return words(type.kind()) + (type.unit() == null ? "" : " (" + type.unit() + ")");
    }

    static String words(Kind kind) {
        return switch (kind) {
            case WHOLE -> "a whole number";
            case NUMBER -> "a number";
            case MONEY -> "money";
            case TIME -> "a time";
            case DATE -> "a date";
            case BOOL -> "true or false";
            case TEXT -> "text";
            case TEXTS -> "a list of texts";
            case ID -> "an id";
        };
    }

    /// CEL's name of a type, as people say it.
    static String words(String celName) {
        return switch (celName.replaceAll("\\s", "")) {
            case "int" -> "a whole number";
            case "double" -> "a number";
            case "money" -> "money";
            case "timestamp", "google.protobuf.Timestamp" -> "a time";
            case "date" -> "a date";
            case "bool" -> "true or false";
            case "string" -> "text";
            case "list(string)" -> "a list of texts";
            case "list(int)", "list(double)" -> "a list of numbers";
            case "id" -> "an id";
            case "null" -> "null";
            default -> celName;
        };
    }

    /// How a field's value is seen by expressions; a whole `items` or `group` cannot be read (see its parts).
    static Kind ofField(FieldType type) {
        return switch (type) {
            case WHOLE -> Kind.WHOLE;
            case NUMBER -> Kind.NUMBER;
            case BOOL -> Kind.BOOL;
            case TEXT, ANY -> Kind.TEXT;
            case DATE -> Kind.DATE;
            case TIME -> Kind.TIME;
            case MONEY -> Kind.MONEY;
            case ID -> Kind.ID;
            case TEXTS, ITEMS, GROUP -> Kind.TEXTS;
        };
    }
}
