package org.prevenance.vocabulary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prevenance.text.Checked;
import org.prevenance.text.Form;
import org.prevenance.text.Mistakes;
import org.prevenance.text.NamedText;
import org.prevenance.text.Yaml;
import org.prevenance.text.YamlReader;

/// Reads the vocabularies of all packs together into one [Vocabulary].
///
/// A file has `pack:`, and any of `kinds:` (`person: true` for people), `purposes:` (`basis:`) and `types:`. A type has
/// `about:` (a kind or several), `purpose:`, `sensitivity:` (of fields that name none), `fields:`, and where needed
/// `atLeastOneOf:`, `ends:` (a kind: the event ends its subject's link to it) and `legalBasis:`. A field has `type:`
/// ([FieldType], in lower case), and where needed `unit:`, `required:`, `kind:`, `link:`, `sensitivity:`, `parts:`,
/// `values:` and `legalBasis:`. A second pack may add fields to a type, or declare a field again in the same way.
public final class VocabularyReader {
    private final Mistakes mistakes = new Mistakes();
    private final List<String> kinds = new ArrayList<>();
    private final Set<String> people = new HashSet<>();
    private final Map<String, Purpose> purposes = new LinkedHashMap<>();
    private final Map<String, DeclaredType> types = new LinkedHashMap<>();

    private VocabularyReader() {}

    /// The vocabulary that the files declare together, in any order, or all their mistakes.
    public static Checked<Vocabulary> read(List<NamedText> files) {
        return new VocabularyReader().readAll(files);
    }

    private Checked<Vocabulary> readAll(List<NamedText> files) {
        List<Form> forms = new ArrayList<>();
        for (NamedText file : files) {
            Yaml.Mapping root = YamlReader.read(file, mistakes);
            if (root != null) {
                forms.add(new Form(root, mistakes));
            }
        }
        forms.forEach(this::kindsAndPurposes);
        forms.forEach(form -> types(form, true));
        forms.forEach(form -> types(form, false));
        LinkCircles circles = new LinkCircles(kinds, mistakes);
        types.values()
                .forEach(type -> type.fields.values().forEach(field -> circles.add(type.name, type.about, field)));
        if (!mistakes.isEmpty()) {
            return new Checked.Wrong<>(mistakes.sorted());
        }
        List<EventType> built = new ArrayList<>();
        types.values().forEach(type -> built.add(type.build(built.size())));
        return new Checked.Right<>(new Vocabulary(kinds, people, purposes, built));
    }

    private void kindsAndPurposes(Form form) {
        form.require("pack");
        form.text("pack");
        form.entries("kinds").forEach(this::kind);
        form.entries("purposes").forEach(this::purpose);
        form.done(List.of("types"));
    }

    private void kind(String name, Yaml.Entry entry) {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            mistakes.add(entry.key(), "A kind's name is lower-case letters, digits and -, not " + name + ".");
        }
        if (!kinds.contains(name)) {
            kinds.add(name);
        }
        if (entry.value() instanceof Yaml.Mapping mapping) {
            Form form = new Form(mapping, mistakes);
            if (form.flag("person")) {
                people.add(name);
            }
            form.done();
        }
    }

    private void purpose(String name, Yaml.Entry entry) {
        if (!(entry.value() instanceof Yaml.Mapping mapping)) {
            mistakes.add(
                    entry.key(), "The purpose " + name + " needs a basis.", "Write " + name + ": {basis: consent}.");
            return;
        }
        Form form = new Form(mapping, mistakes);
        form.require("basis");
        Purpose.Basis basis = form.oneOf("basis", Purpose.Basis.class);
        form.done();
        if (basis == null) {
            return;
        }
        Purpose before = purposes.putIfAbsent(name, new Purpose(name, basis));
        if (before != null && before.basis() != basis) {
            mistakes.add(entry.key(), "The purpose " + name + " has another basis in another pack.");
        }
    }

    /// Reads the types that say what they are about, or the additions to them: packs may be read in any order.
    private void types(Form form, boolean whole) {
        form.entries("types").forEach((name, entry) -> {
            if (entry.value() instanceof Yaml.Mapping mapping) {
                Form type = new Form(mapping, mistakes);
                if (type.has("about") == whole) {
                    type(name, entry, type);
                }
            } else if (whole) {
                mistakes.add(entry.key(), "The type " + name + " needs about, purpose and fields.");
            }
        });
    }

    private void type(String name, Yaml.Entry entry, Form form) {
        if (!name.matches("[a-z][A-Za-z0-9]*([.-][a-z][A-Za-z0-9]*)*")) {
            mistakes.add(
                    entry.key(), "A type's name is words joined by points, such as bill.issued, not " + name + ".");
        }
        DeclaredType before = types.get(name);
        if (before == null) {
            form.require("about", "purpose", "sensitivity");
        }
        List<Integer> about =
                form.scalars("about").stream().map(this::knownKind).toList();
        Yaml.Scalar purpose = form.scalar("purpose");
        if (purpose != null && !purposes.containsKey(purpose.text())) {
            mistakes.unknown(
                    purpose.place(),
                    "The purpose " + purpose.text() + " is not declared.",
                    purpose.text(),
                    purposes.keySet());
        }
        Yaml.Scalar ends = form.scalar("ends");
        Sensitivity sensitivity = form.oneOf("sensitivity", Sensitivity.class);
        Sensitivity usual = sensitivity == null ? Sensitivity.PERSONAL : sensitivity;
        FieldReader reader = new FieldReader(kinds, usual, mistakes);
        reader.requireBasis(name, sensitivity == Sensitivity.SPECIAL || SpecialCategories.named(name), entry, form);
        DeclaredType type = before != null
                ? before
                : new DeclaredType(
                        name, purpose == null ? "" : purpose.text(), about, ends == null ? -1 : knownKind(ends));
        types.put(name, type);
        reader.read(form.entries("fields"), false).forEach(field -> type.add(field, mistakes));
        atLeastOneOf(type, form);
        form.done();
        if (before != null) {
            agree(before, form, about, purpose, ends);
        }
    }

    private void atLeastOneOf(DeclaredType type, Form form) {
        for (Yaml.Scalar field : form.scalars("atLeastOneOf")) {
            if (!type.fields.containsKey(field.text())) {
                mistakes.unknown(
                        field.place(),
                        type.name + " has no field " + field.text() + ".",
                        field.text(),
                        type.fields.keySet());
            }
            type.atLeastOneOf.add(field.text());
        }
    }

    private void agree(
            DeclaredType before,
            Form form,
            List<Integer> about,
            Yaml.@Nullable Scalar purpose,
            Yaml.@Nullable Scalar ends) {
        if (form.has("about") && !about.equals(before.about)) {
            mistakes.add(
                    form.keyPlace("about"),
                    before.name + " is about other kinds in another pack.",
                    "To add fields to it leave about out; for other kinds declare a type of your own.");
        }
        if (purpose != null && !purpose.text().equals(before.purpose)) {
            mistakes.add(purpose.place(), before.name + " has the purpose " + before.purpose + " in another pack.");
        }
        if (ends != null && kinds.indexOf(ends.text()) != before.ends) {
            mistakes.add(ends.place(), before.name + " ends another link, or none, in another pack.");
        }
    }

    private int knownKind(Yaml.Scalar kind) {
        if (!kinds.contains(kind.text())) {
            mistakes.unknown(
                    kind.place(), "The kind of subject " + kind.text() + " is not declared.", kind.text(), kinds);
        }
        return kinds.indexOf(kind.text());
    }

    /// A type as the packs read so far declare it.
    private static final class DeclaredType {
        private final String name;
        private final String purpose;
        private final List<Integer> about;
        private final int ends;
        private final Map<String, DeclaredField> fields = new LinkedHashMap<>();
        private final List<String> atLeastOneOf = new ArrayList<>();

        DeclaredType(String name, String purpose, List<Integer> about, int ends) {
            this.name = name;
            this.purpose = purpose;
            this.about = about;
            this.ends = ends;
        }

        void add(DeclaredField field, Mistakes mistakes) {
            DeclaredField before = fields.putIfAbsent(field.name(), field);
            if (before != null && !before.agreesWith(field)) {
                mistakes.add(
                        field.place(),
                        name + "." + field.name() + " is declared otherwise in "
                                + before.place().in().file() + ", line "
                                + before.place().line() + ".",
                        "Declare it in the same way, or choose another name.");
            }
        }

        EventType build(int ordinal) {
            int[] next = {0};
            List<Field> placed = DeclaredField.withSlots(List.copyOf(fields.values()), next);
            return new EventType(name, ordinal, purpose, about, placed, atLeastOneOf, ends, next[0]);
        }
    }
}
