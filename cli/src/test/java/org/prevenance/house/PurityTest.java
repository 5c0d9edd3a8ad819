package org.prevenance.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The engine is a function of what it is given: the same events give the same cases, today and in ten years.
///
/// So it asks no clock, draws no chance, starts no thread, opens nothing, and knows no setting of the machine.
class PurityTest {
    private static final Pattern OUTSIDE = Pattern.compile(
            "java\\.(io|net|sql|nio\\.file|nio\\.channels)\\..*|java\\.lang\\.(Thread|ThreadLocal|Process|ProcessBuilder|Runtime)"
                    + "|java\\.util\\.concurrent\\.(Executor.*|ForkJoin.*|CompletableFuture|ThreadLocalRandom|.*Executor)");

    /// What may be used of it all the same, and why.
    private static final Map<String, String> ALLOWED = Map.of(
            "java.io.Serializable", "every enum and lambda is one",
            "java.io.IOException", "readers over memory declare it",
            "java.io.UncheckedIOException", "and it has to become something",
            "java.io.StringReader", "reads from memory",
            "java.io.ByteArrayInputStream", "reads from memory");

    private static final Set<String> CLOCKS_AND_CHANCE = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalTime.now",
            "java.time.LocalDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.Year.now",
            "java.time.YearMonth.now",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system",
            "java.time.ZoneId.systemDefault",
            "java.util.Locale.getDefault",
            "java.util.TimeZone.getDefault",
            "java.util.UUID.randomUUID",
            "java.util.Collection.parallelStream",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.System.out",
            "java.lang.System.err",
            "java.lang.Math.random");

    private static final Set<String> UNSEEDED = Set.of("java.util.Random", "java.util.SplittableRandom");

    @Test
    void the_engine_asks_no_clock_draws_no_chance_and_opens_nothing() {
        assertEquals("", String.join("\n", impurities(Compiled.CLASSES)));
    }

    @Test
    void what_it_may_not_do_is_found_when_it_is_done() {
        Set<String> found = impuritiesOf(new ClassFileImporter().importClass(Impure.class));

        for (String part :
                List.of("Instant.now", "java.util.Random.<init>", "java.nio.file.Files", "java.lang.Thread")) {
            assertTrue(found.stream().anyMatch(line -> line.contains(part)), () -> part + " is missing in " + found);
        }
        assertTrue(found.stream().noneMatch(line -> line.contains("seeded")), found::toString);
    }

    private static Set<String> impurities(JavaClasses classes) {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : classes) {
            if (Plan.moduleOf(type).equals("engine")) {
                found.addAll(impuritiesOf(type));
            }
        }
        return found;
    }

    private static Set<String> impuritiesOf(JavaClass type) {
        Set<String> found = new TreeSet<>();
        type.getDirectDependenciesFromSelf().forEach(use -> {
            String target = use.getTargetClass().getBaseComponentType().getName();
            if (OUTSIDE.matcher(target).matches() && !ALLOWED.containsKey(target)) {
                found.add("Outside world: " + use.getDescription());
            }
        });
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
            String target = access.getTargetOwner().getName() + "." + access.getName();
            if (CLOCKS_AND_CHANCE.contains(target) || isUnseeded(access)) {
                found.add("Clock, chance or machine: " + access.getDescription());
            }
        }
        return found;
    }

    private static boolean isUnseeded(JavaAccess<?> access) {
        return UNSEEDED.contains(access.getTargetOwner().getName())
                && access.getTarget().getFullName().endsWith("<init>()");
    }

    /// All that the engine must not do, in one class.
    @SuppressWarnings({"unused", "JavaTimeDefaultTimeZone", "UnusedVariable"})
    private static final class Impure {
        final java.time.Instant now = java.time.Instant.now();
        final java.util.Random chance = new java.util.Random();
        final java.util.Random seeded = new java.util.Random(7);
        final boolean there = java.nio.file.Files.exists(java.nio.file.Path.of("x"));
        final Thread thread = Thread.currentThread();
    }
}
