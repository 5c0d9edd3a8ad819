package org.prevenance.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.Vocabulary;

/// Reads one CloudEvent from JSON the plain way: first the whole tree, then attribute by attribute. It decides what is
/// admitted, and words every refusal. Not thread-safe.
final class PlainReader {
    private static final String CORRECTS = "corrects";
    private static final String RETRACTS = "retracts";

    private final JsonTree trees = new JsonTree();
    private final EventDraft draft;
    private final Vocabulary vocabulary;
    private final Map<EventType, Map<String, Integer>> placesOfType = new HashMap<>();

    PlainReader(EventDraft draft, Vocabulary vocabulary) {
        this.draft = draft;
        this.vocabulary = vocabulary;
    }

    @Nullable
    Refusal read(byte[] buffer, int from, int to, Event into) {
        try {
            if (!(trees.read(buffer, from, to) instanceof Json.Struct(Map<String, Json> attributes))) {
                return new Refusal(
                        null, "The JSON is no object; expected one CloudEvent, {\"specversion\": \"1.0\", …}.");
            }
            readAttributes(attributes);
            return draft.finish(into);
        } catch (JsonTree.Broken e) {
            return new Refusal(null, String.valueOf(e.getMessage()));
        } catch (Refused e) {
            return e.refusal;
        }
    }

    /// Carries a refusal out of nested values.
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Refusal refusal;

        Refused(Refusal refusal) {
            super(null, null, false, false);
            this.refusal = refusal;
        }

        Refused(String field, String reason) {
            this(new Refusal(field, reason));
        }

        static void check(@Nullable Refusal refusal) throws Refused {
            if (refusal != null) {
                throw new Refused(refusal);
            }
        }
    }

    private void readAttributes(Map<String, Json> attributes) throws Refused {
        String version = attribute(attributes, "specversion");
        if (!version.equals("1.0")) {
            throw new Refused("specversion", Found.text(version) + ", expected \"1.0\".");
        }
        String type = attribute(attributes, "type");
        Refused.check(draft.begin(type));
        draft.id(attribute(attributes, "id"));
        draft.source(attribute(attributes, "source"));
        draft.subject(attribute(attributes, "subject"));
        draft.time(instant("time", attribute(attributes, "time")));
        if (value(attributes, "recordedtime") != null) {
            draft.known(instant("recordedtime", attribute(attributes, "recordedtime")));
        }
        Json data = value(attributes, "data");
        if (data instanceof Json.Struct(Map<String, Json> members)) {
            readData(declared(type), members);
        } else if (data != null) {
            throw new Refused("data", data.found() + ", expected an object.");
        }
    }

    /// The value of a member; null where it is not there or is JSON's `null`, which is the same.
    private static @Nullable Json value(Map<String, Json> members, String name) {
        Json value = members.get(name);
        return value instanceof Json.Null ? null : value;
    }

    private static String attribute(Map<String, Json> attributes, String name) throws Refused {
        Json value = value(attributes, name);
        if (value == null) {
            throw new Refused(name, "It is missing; every event needs it.");
        }
        return text(value, name);
    }

    private static long instant(String name, String text) throws Refused {
        long micros = Scalars.instantMicros(text);
        if (micros == Raw.ABSENT) {
            throw new Refused(
                    name, Found.text(text) + ", expected an instant by RFC 3339, such as 2025-03-04T23:59:00+01:00.");
        }
        return micros;
    }

    private EventType declared(String type) {
        EventType declared = vocabulary.type(type);
        if (declared == null) {
            throw new IllegalStateException("The type (" + type + ") was declared a moment ago.");
        }
        return declared;
    }

    private void readData(EventType type, Map<String, Json> members) throws Refused {
        Map<String, Integer> places = placesOfType.computeIfAbsent(type, t -> places(t.fields()));
        for (Map.Entry<String, Json> member : members.entrySet()) {
            String name = member.getKey();
            Json value = member.getValue();
            Integer place = places.get(name);
            if (value instanceof Json.Null) {
                continue;
            }
            if (name.equals(CORRECTS)) {
                draft.corrects(text(value, "data.corrects"));
            } else if (name.equals(RETRACTS)) {
                draft.retracts(text(value, "data.retracts"));
            } else if (place == null) {
                draft.dropped(1);
            } else {
                draft.present(place);
                readField(type.fields().get(place), value, "data." + name);
            }
        }
    }

    private static Map<String, Integer> places(List<Field> fields) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            places.put(fields.get(i).name(), i);
        }
        return places;
    }

    private void readField(Field field, Json value, String path) throws Refused {
        switch (field.type()) {
            case ITEMS -> readItems(field, value, path);
            case GROUP -> readGroup(field, value, path);
            case TEXTS -> readTexts(field, value, path);
            default -> Refused.check(draft.put(field, scalar(field, value, path), path));
        }
    }

    private void readGroup(Field group, Json value, String path) throws Refused {
        if (!(value instanceof Json.Struct(Map<String, Json> members))) {
            throw new Refused(path, value.found() + ", expected an object.");
        }
        draft.dropped(undeclared(members, group.parts()));
        for (Field part : group.parts()) {
            Json member = value(members, part.name());
            if (member == null) {
                requireNot(part, path);
            } else {
                readField(part, member, path + "." + part.name());
            }
        }
    }

    private void readTexts(Field field, Json value, String path) throws Refused {
        if (!(value instanceof Json.Array(List<Json> items))) {
            throw new Refused(path, value.found() + ", expected a list of texts.");
        }
        var joined = new JoinedItems();
        for (int i = 0; i < items.size(); i++) {
            joined.add(item(text(items.get(i), path + "[" + i + "]"), path + "[" + i + "]"));
        }
        joined.keep(field);
    }

    private void readItems(Field list, Json value, String path) throws Refused {
        if (!(value instanceof Json.Array(List<Json> items))) {
            throw new Refused(path, value.found() + ", expected a list of objects.");
        }
        for (int i = 0; i < items.size(); i++) {
            if (!(items.get(i) instanceof Json.Struct(Map<String, Json> members))) {
                throw new Refused(path + "[" + i + "]", items.get(i).found() + ", expected an object.");
            }
            draft.dropped(undeclared(members, list.parts()));
        }
        for (Field part : list.parts()) {
            var joined = new JoinedItems();
            for (int i = 0; i < items.size(); i++) {
                joined.add(itemPart(part, (Json.Struct) items.get(i), path + "[" + i + "]"));
            }
            joined.keep(part);
        }
    }

    private String itemPart(Field part, Json.Struct item, String path) throws Refused {
        Json member = value(item.members(), part.name());
        if (member == null) {
            requireNot(part, path);
            return "";
        }
        String partPath = path + "." + part.name();
        String text = scalar(part, member, partPath);
        Refused.check(draft.fault(part, text, partPath));
        return item(text, partPath);
    }

    private static void requireNot(Field part, String path) throws Refused {
        if (part.required()) {
            throw new Refused(path + "." + part.name(), "It is missing; it is required here.");
        }
    }

    private static int undeclared(Map<String, Json> members, List<Field> declared) {
        int count = 0;
        for (Map.Entry<String, Json> member : members.entrySet()) {
            boolean known = declared.stream().anyMatch(f -> f.name().equals(member.getKey()));
            count += known || member.getValue() instanceof Json.Null ? 0 : 1;
        }
        return count;
    }

    /// The items of a list on the way to one text.
    private final class JoinedItems {
        private final StringBuilder joined = new StringBuilder();
        private int count;

        void add(String item) {
            if (count++ > 0) {
                joined.append(Raw.ITEM_SEPARATOR);
            }
            joined.append(item);
        }

        void keep(Field field) {
            if (count > 0) {
                draft.keep(field.slot(), joined.toString());
            }
        }
    }

    private static String item(String text, String path) throws Refused {
        if (text.indexOf(Raw.ITEM_SEPARATOR) >= 0) {
            throw new Refused(
                    path, "The text contains the control character U+001F, which no item of a list may hold.");
        }
        return text;
    }

    /// The text form of a value of the JSON kind that the field's type asks for.
    private String scalar(Field field, Json value, String path) throws Refused {
        return switch (field.type()) {
            case WHOLE -> number(value, path, "a whole number, such as 12");
            case NUMBER -> number(value, path, "a number, such as 12.5");
            case BOOL -> bool(value, path);
            case MONEY -> money(value, path);
            case ANY -> any(value, path);
            case TEXT, ID, DATE, TIME -> text(value, path);
            case TEXTS, ITEMS, GROUP ->
                throw new Refused(path, "Lists and groups inside a list are not supported by the vocabulary.");
        };
    }

    private static String number(Json value, String path, String expected) throws Refused {
        if (value instanceof Json.Number(String text)) {
            return text;
        }
        throw new Refused(path, value.found() + ", expected " + expected + ".");
    }

    private static String bool(Json value, String path) throws Refused {
        if (value instanceof Json.Bool(boolean truth)) {
            return truth ? "true" : "false";
        }
        throw new Refused(path, value.found() + ", expected true or false.");
    }

    private String money(Json value, String path) throws Refused {
        if (!(value instanceof Json.Struct(Map<String, Json> members))) {
            throw new Refused(path, value.found() + ", expected {\"amount\": \"29.99\", \"currency\": \"EUR\"}.");
        }
        String amount = moneyPart(members, "amount", path);
        Refused.check(TypedText.amountFault(amount, path + ".amount"));
        String currency = moneyPart(members, "currency", path);
        Refused.check(TypedText.currencyFault(currency, path + ".currency"));
        for (Map.Entry<String, Json> member : members.entrySet()) {
            boolean known = member.getKey().equals("amount") || member.getKey().equals("currency");
            draft.dropped(known || member.getValue() instanceof Json.Null ? 0 : 1);
        }
        return amount + " " + currency;
    }

    private static String moneyPart(Map<String, Json> members, String name, String path) throws Refused {
        Json value = value(members, name);
        if (value == null) {
            throw new Refused(path + "." + name, "It is missing; money has an amount and a currency.");
        }
        if (!(value instanceof Json.Text)) {
            throw new Refused(path + "." + name, value.found() + ", expected it as text, in quotes.");
        }
        return text(value, path + "." + name);
    }

    private static String any(Json value, String path) throws Refused {
        return switch (value) {
            case Json.Text _ -> text(value, path);
            case Json.Number _, Json.Bool _, Json.Array _, Json.Struct _ -> value.written();
            case Json.Null _ -> throw new Refused(path, value.found() + ", expected a value.");
        };
    }

    private static String text(Json value, String path) throws Refused {
        if (!(value instanceof Json.Text(String text))) {
            throw new Refused(path, value.found() + ", expected a text, in quotes.");
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSurrogatePair(text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : ' ')) {
                    throw new Refused(path, "The text contains half of a character (a lone UTF-16 surrogate).");
                }
                i++;
            }
        }
        return text;
    }
}
