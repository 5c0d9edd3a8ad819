package org.prevenance.forecast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prevenance.forecast.arrival.ArrivalTarget;
import org.prevenance.forecast.failure.FailureTarget;
import org.prevenance.forecast.platform.PlatformTarget;
import org.prevenance.forecast.target.Declaration;
import org.prevenance.forecast.target.DeclarationReader;
import org.prevenance.forecast.target.Target;
import org.prevenance.forecast.wait.WaitTarget;
import org.prevenance.text.Checked;
import org.prevenance.text.Mistakes;
import org.prevenance.text.NamedText;

/// From declarations to the targets that they declare.
public final class Forecasts {
    private Forecasts() {}

    /// Reads `forecasts/*.forecast.yaml`.
    ///
    /// @return the targets in the order of the files, or every mistake in them
    public static Checked<List<Target>> read(List<NamedText> files) {
        Mistakes mistakes = new Mistakes();
        List<Target> targets = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        for (NamedText file : files) {
            Declaration declaration = DeclarationReader.read(file, mistakes);
            if (declaration != null) {
                String other = names.put(declaration.name(), file.file());
                if (other != null) {
                    mistakes.add(
                            declaration.rest().keyPlace("forecast"),
                            "The forecast " + declaration.name() + " is declared in " + other + " too.",
                            "Give one of them another name.");
                }
                Target target = target(declaration, mistakes);
                if (target != null) {
                    targets.add(target);
                }
            }
        }
        return mistakes.isEmpty() ? new Checked.Right<>(targets) : new Checked.Wrong<>(mistakes.sorted());
    }

    /// A new kind of target is one constant of [Declaration.Kind] and one line here.
    private static @Nullable Target target(Declaration declaration, Mistakes mistakes) {
        return switch (declaration.kind()) {
            case ARRIVAL -> new ArrivalTarget(declaration);
            case PLATFORM -> PlatformTarget.read(declaration, mistakes);
            case WAIT -> WaitTarget.of(declaration);
            case FAILURE -> FailureTarget.of(declaration);
        };
    }
}
