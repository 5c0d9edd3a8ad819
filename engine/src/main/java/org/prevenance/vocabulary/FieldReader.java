package org.prevenance.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prevenance.text.Form;
import org.prevenance.text.Mistakes;
import org.prevenance.text.Yaml;

/// Reads the fields of one event type.
final class FieldReader {
    private final List<String> kinds;
    private final Mistakes mistakes;
    private final Sensitivity usual;

    /// @param usual the sensitivity of a field that names none
    FieldReader(List<String> kinds, Sensitivity usual, Mistakes mistakes) {
        this.kinds = kinds;
        this.usual = usual;
        this.mistakes = mistakes;
    }

    List<DeclaredField> read(Map<String, Yaml.Entry> entries, boolean nested) {
        List<DeclaredField> fields = new ArrayList<>();
        entries.forEach((name, entry) -> {
            DeclaredField field = read(name, entry, nested);
            if (field != null) {
                fields.add(field);
            }
        });
        return fields;
    }

    private @Nullable DeclaredField read(String name, Yaml.Entry entry, boolean nested) {
        if (!name.matches("[A-Za-z][A-Za-z0-9_]*")) {
            mistakes.add(entry.key(), "A field's name is letters, digits and _, not " + name + ".");
        }
        if (!(entry.value() instanceof Yaml.Mapping mapping)) {
            mistakes.add(
                    entry.value().place(),
                    "A field is described by a mapping, not by " + entry.value().what() + ".",
                    "Write " + name + ": {type: text}.");
            return null;
        }
        Form form = new Form(mapping, mistakes);
        form.require("type");
        FieldType type = form.oneOf("type", FieldType.class);
        String unit = form.text("unit");
        boolean required = form.flag("required");
        boolean link = form.flag("link");
        List<String> values = form.texts("values");
        Sensitivity sensitivity = sensitivity(name, entry, form);
        Map<String, Yaml.Entry> parts = form.entries("parts");
        int kind = kind(name, form, type);
        form.done();
        if (type == null) {
            return null;
        }
        check(name, form, type, link, nested);
        return new DeclaredField(
                name, type, unit, required, kind, link, sensitivity, read(parts, true), values, entry.key());
    }

    private void check(String name, Form form, FieldType type, boolean link, boolean nested) {
        boolean holds = type == FieldType.ITEMS || type == FieldType.GROUP;
        if (holds && (nested || !form.has("parts"))) {
            String why = nested ? "cannot stand inside another" : "needs parts";
            mistakes.add(
                    form.keyPlace("type"), name + " of type " + type.name().toLowerCase(Locale.ROOT) + " " + why + ".");
        }
        if (!holds && form.has("parts")) {
            mistakes.add(form.keyPlace("parts"), "Only fields of type items or group have parts.");
        }
        if (link && (type != FieldType.ID || nested)) {
            mistakes.add(form.keyPlace("link"), "Only a field of type id can be a link.");
        }
        if (form.has("unit") && type != FieldType.WHOLE && type != FieldType.NUMBER) {
            mistakes.add(form.keyPlace("unit"), "Only a whole or a number has a unit.");
        }
    }

    private int kind(String name, Form form, @Nullable FieldType type) {
        Yaml.Scalar written = form.scalar("kind");
        if (type != FieldType.ID) {
            if (written != null) {
                mistakes.add(form.keyPlace("kind"), "Only a field of type id has a kind.");
            }
            return -1;
        }
        String kind = written != null ? written.text() : name.replaceFirst("Id$", "");
        if (!kinds.contains(kind)) {
            mistakes.unknown(
                    written != null ? written.place() : form.keyPlace("type"),
                    name + " names no declared kind of subject (" + kind + ").",
                    kind,
                    kinds);
        }
        return kinds.indexOf(kind);
    }

    private Sensitivity sensitivity(String name, Yaml.Entry entry, Form form) {
        Sensitivity written = form.oneOf("sensitivity", Sensitivity.class);
        boolean special = written == Sensitivity.SPECIAL || SpecialCategories.named(name);
        requireBasis(name, special, entry, form);
        return special ? Sensitivity.SPECIAL : written == null ? usual : written;
    }

    /// Refuses special categories that give no legal basis of GDPR article 9.
    void requireBasis(String name, boolean special, Yaml.Entry entry, Form form) {
        Yaml.Scalar basis = form.scalar("legalBasis");
        Set<String> bases = SpecialCategories.BASES;
        String list = String.join(", ", bases.stream().sorted().toList());
        if (special && basis == null) {
            mistakes.add(
                    entry.key(),
                    name + " is a special category of personal data (GDPR article 9) and gives no legalBasis.",
                    "Leave it out, or add legalBasis: with one of " + list + ".");
        }
        if (basis != null && !bases.contains(basis.text())) {
            mistakes.unknown(
                    basis.place(),
                    basis.text() + " is not a basis of GDPR article 9; it is one of " + list + ".",
                    basis.text(),
                    bases);
        }
    }
}
