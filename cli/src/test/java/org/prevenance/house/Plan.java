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
/// none.
final class Plan {
    private static final Pattern MODULE = Pattern.compile("/([^/]+)/target/");

    private final String base;
    private final Map<String, Room> rooms = new LinkedHashMap<>();

    /// @param uses the packages that it may use, besides itself
    private record Room(String module, Set<String> uses) {}

    /// @param base    the package around all others
    /// @param drawing a line `module engine` for each Maven module, followed by one for each package in it: its name
    ///                without the base (`report.page` for one inside another), a colon, and what it may use
    Plan(String base, String drawing) {
        this.base = base;
        String module = "";
        for (String line : drawing.lines().filter(line -> !line.isBlank()).toList()) {
            if (line.startsWith("module ")) {
                module = line.substring("module ".length()).strip();
            } else {
                declare(module, line);
            }
        }
    }

    private void declare(String module, String line) {
        String[] parts = line.split(":", 2);
        String name = parts[0].strip();
        Set<String> uses = new TreeSet<>(
                List.of(parts.length == 1 ? new String[0] : parts[1].strip().split(" +")));
        uses.remove("");
        for (String used : uses) {
            if (!rooms.containsKey(used)) {
                throw new IllegalArgumentException(name + " names " + used + ", which is not declared before it.");
            }
        }
        if (rooms.put(name, new Room(module, uses)) != null) {
            throw new IllegalArgumentException(name + " is declared twice.");
        }
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
