package org.prevenance.forecast.target;

import org.jspecify.annotations.Nullable;
import org.prevenance.text.Form;
import org.prevenance.text.Mistakes;
import org.prevenance.text.NamedText;
import org.prevenance.text.Yaml;
import org.prevenance.text.YamlReader;

/// Reads what all declarations of forecasts have in common:
///
/// ```yaml
/// forecast: arrival
/// target: arrival
/// title: {fr: "Heure d’arrivée", en: "Time of arrival"}
/// purpose: service
/// ```
public final class DeclarationReader {
    private DeclarationReader() {}

    /// @return null where the file cannot be read, with the mistakes added
    public static @Nullable Declaration read(NamedText file, Mistakes mistakes) {
        Yaml.Mapping root = YamlReader.read(file, mistakes);
        if (root == null) {
            return null;
        }
        Form form = new Form(root, mistakes);
        form.require("forecast", "target", "purpose");
        String name = form.text("forecast");
        Declaration.Kind kind = form.oneOf("target", Declaration.Kind.class);
        String purpose = form.text("purpose");
        Form title = form.form("title");
        if (name == null || kind == null) {
            return null;
        }
        String fr = title == null ? null : title.text("fr");
        String en = title == null ? null : title.text("en");
        if (title != null) {
            title.require("fr", "en");
            title.done();
        }
        return new Declaration(
                name, kind, fr == null ? name : fr, en == null ? name : en, purpose == null ? "" : purpose, file, form);
    }
}
