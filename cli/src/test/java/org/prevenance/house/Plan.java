package org.prevenance.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The drawing of the house: which package stands in which module, and which others it may use.
///
/// A package may only name packages declared before it. So the drawing has no cycle, and code that keeps to it has
// none.
final class Plan {
    private static final Pattern MODULE = Pattern.compile("/([^/]+)/target/");

    private final String base;
    private final Map<String, Room> rooms = new LinkedHashMap<>();
    private String module = "";

    /// @param uses the packages that it may use, besides itself
    private record Room(String module, Set<String> uses) {}

    Plan(String base) {
        this.base = base;
    }

    /// The packages that follow stand in this Maven module.
    Plan module(String name) {
        module = name;
        return this;
    }

    /// Declares a package (without the base, `report.page` for one inside another) and what it may use.
    Plan has(String name, String... uses) {
        for (String used : uses) {
            if (!rooms.containsKey(used)) {
                throw new IllegalArgumentException(name + " names " + used + ", which is not declared before it.");
            }
        }
        if (rooms.put(name, new Room(module, Set.of(uses))) != null) {
            throw new IllegalArgumentException(name + " is declared twice.");
        }
        return this;
    }

    Set<String> packagesOf(String module) {
        Set<String> names = new TreeSet<>();
        rooms.forEach((name, room) -> {
            if (room.module.equals(module)) {
                names.add(name);
            }
        });
        return names;
    }

    /// Every use that the drawing does not allow, every package that it does not show, one sentence each.
    List<String> violations(JavaClasses classes) {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : classes) {
            String name = nameOf(type);
            Room room = rooms.get(name);
            if (room == null) {
                found.add("The package " + name + " is not on the plan: add a line for it in PlanTest.");
                continue;
            }
            String actual = moduleOf(type);
            if (!actual.equals(room.module)) {
                found.add(type.getName() + " stands in the module " + actual + ", not in " + room.module + ".");
            }
            found.addAll(forbiddenUses(type, name, room));
        }
        return new ArrayList<>(found);
    }

    private List<String> forbiddenUses(JavaClass type, String name, Room room) {
        return type.getDirectDependenciesFromSelf().stream()
                .filter(use -> inBase(use.getTargetClass()))
                .filter(use -> {
                    String target = nameOf(use.getTargetClass());
                    return !target.equals(name) && !room.uses.contains(target);
                })
                .map(use -> name + " may not use " + nameOf(use.getTargetClass()) + ": " + use.getDescription())
                .toList();
    }

    private boolean inBase(JavaClass type) {
        return type.getBaseComponentType().getPackageName().startsWith(base);
    }

    private String nameOf(JavaClass type) {
        String whole = type.getBaseComponentType().getPackageName();
        return whole.equals(base) ? "" : whole.substring(base.length() + 1);
    }

    /// The folder that holds the `target` from which the class was read.
    static String moduleOf(JavaClass type) {
        String place = Objects.requireNonNull(type.getSource().orElse(null), type.getName())
                .getUri()
                .toString();
        Matcher matcher = MODULE.matcher(place);
        return matcher.find() ? matcher.group(1) : place;
    }
}
