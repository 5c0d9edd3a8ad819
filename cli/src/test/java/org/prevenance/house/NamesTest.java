package org.prevenance.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A name says what a thing is. These say only that nobody knew.
class NamesTest {
    private static final Pattern EMPTY_NAMES = Pattern.compile(".*(Util|Utils|Helper|Helpers|Manager|Impl|Misc)");

    @Test
    void no_class_is_named_after_nothing() {
        List<String> found = Compiled.CLASSES.stream()
                .filter(type -> EMPTY_NAMES.matcher(type.getSimpleName()).matches())
                .map(JavaClass::getName)
                .sorted()
                .toList();

        assertEquals(List.of(), found, "Name each after what it is or does.");
    }
}
