package org.prevenance.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.playbook.Program;
import org.prevenance.signal.Harm;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.FieldType;

/// Shows events as proof: what they are, and what playbooks read of them.
final class Proofs {
    private final Program program;

    Proofs(Program program) {
        this.program = program;
    }

    CheckResult.Proof of(Event event) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (Field field : event.type().fields()) {
            tell(event, field, field.name(), facts);
            boolean listed = field.type() == FieldType.ITEMS;
            for (Field part : field.parts()) {
                String path = field.name() + "." + part.name();
                if (listed) {
                    tellItems(event, part, path, facts);
                } else {
                    tell(event, part, path, facts);
                }
            }
        }
        return new CheckResult.Proof(
                event.id(),
                event.type().name(),
                program.subjects().name(event.subject()),
                ZoneDays.instant(event.time()),
                ZoneDays.instant(event.known()),
                facts);
    }

    private void tell(Event event, Field field, String path, Map<String, String> facts) {
        if (field.slot() >= 0 && event.value(field.slot()) != Raw.ABSENT) {
            facts.put(path, text(event, field));
        }
    }

    /// The parts of items are held as the texts of all items.
    private void tellItems(Event event, Field part, String path, Map<String, String> facts) {
        if (part.slot() >= 0 && event.value(part.slot()) != Raw.ABSENT) {
            String texts = program.symbols().text(event.value(part.slot()));
            boolean number = part.type() == FieldType.WHOLE || part.type() == FieldType.NUMBER;
            String told = Arrays.stream(texts.split(String.valueOf(Raw.ITEM_SEPARATOR)))
                    .filter(text -> !text.isEmpty())
                    .map(text -> number ? withUnit(text, part) : text)
                    .collect(Collectors.joining(", "));
            facts.put(path, told);
        }
    }

    private String text(Event event, Field field) {
        long raw = event.value(field.slot());
        return switch (field.type()) {
            case WHOLE -> withUnit(String.valueOf(raw), field);
            case NUMBER ->
                withUnit(BigDecimal.valueOf(raw, 6).stripTrailingZeros().toPlainString(), field);
            case BOOL -> raw == 1 ? "true" : "false";
            case DATE -> LocalDate.ofEpochDay(raw).toString();
            case TIME -> ZoneDays.instant(raw).toString();
            case MONEY ->
                Harm.atLeastTwoDigits(BigDecimal.valueOf(raw, 6)).toPlainString() + " "
                        + program.symbols().text(event.value(field.slot() + 1));
            case ID -> program.subjects().id((int) raw);
            case TEXT, ANY -> program.symbols().text(raw);
            case TEXTS, ITEMS, GROUP -> program.symbols().text(raw).replace(String.valueOf(Raw.ITEM_SEPARATOR), ", ");
        };
    }

    private static String withUnit(String number, Field field) {
        return field.unit() == null || field.type() == FieldType.TEXT ? number : number + " " + field.unit();
    }
}
