package org.prevenance.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelUnknownSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.prevenance.event.Raw;
import org.prevenance.expression.Numbers;
import org.prevenance.expression.ValueType.Kind;

/// The compiled expressions give what CEL's own runtime gives, over random expressions and random inputs, some of them
/// absent: an absent input is a variable that CEL is not given, an absent result is CEL's error or unknown.
///
/// The texts differ where our language does: a whole that meets a number is made one, and `/` gives a number.
class AgainstCelTest {
    private static final int WORLDS = 600;
    private static final String[] TEXTS = {"web", "shop", "phone", "é😀"};

    private final CelCompiler compiler = CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(CelOptions.current().build())
            .addVar("i", SimpleType.INT)
            .addVar("j", SimpleType.INT)
            .addVar("x", SimpleType.DOUBLE)
            .addVar("y", SimpleType.DOUBLE)
            .addVar("p", SimpleType.BOOL)
            .addVar("q", SimpleType.BOOL)
            .addVar("s", SimpleType.STRING)
            .addVar("has_i", SimpleType.BOOL)
            .addVar("has_x", SimpleType.BOOL)
            .addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                    "div",
                    CelOverloadDecl.newGlobalOverload(
                            "div_doubles", SimpleType.DOUBLE, SimpleType.DOUBLE, SimpleType.DOUBLE)))
            .build();
    private final CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
            .addFunctionBindings(
                    CelFunctionBinding.from("div_doubles", Double.class, Double.class, AgainstCelTest::divided))
            .build();

    private static double divided(double a, double b) {
        if (b == 0) {
            throw new ArithmeticException("division by zero");
        }
        return a / b;
    }

    /// The same expression in both languages.
    private record Pair(String ours, String cel) {}

    @Test
    void randomExpressionsOverRandomInputs() throws CelValidationException, CelEvaluationException {
        int absent = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            Random random = new Random(seed);
            Kind kind = random.nextInt(3) > 0 ? Kind.BOOL : random.nextBoolean() ? Kind.WHOLE : Kind.NUMBER;
            Pair pair = expression(kind, random, 4);
            CelRuntime.Program program =
                    runtime.createProgram(compiler.compile(pair.cel()).getAst());
            Bench bench = new Bench();
            inputs(random, bench);
            Node node = bench.compile(pair.ours());
            for (int inputs = 0; inputs < 12; inputs++) {
                Map<String, Object> given = inputs(random, bench);
                String place = "seed " + seed + ", inputs " + given + ":\n" + pair.ours() + "\n" + pair.cel();
                Object wanted = expected(program, given);
                long raw = node.code().eval(bench);
                absent += raw == Raw.ABSENT ? 1 : 0;
                assertEquals(wanted, shown(raw, kind), place);
            }
        }
        assertTrue(absent > WORLDS, "enough of the inputs and results were absent");
    }

    private static @Nullable Object expected(CelRuntime.Program program, Map<String, Object> given) {
        try {
            Object value = program.eval(given);
            if (value instanceof CelUnknownSet) { // what CEL makes of a variable that it is not given
                return null;
            }
            return value instanceof Double number ? (Object) (number + 0.0) : value;
        } catch (CelEvaluationException _) {
            return null;
        }
    }

    private static @Nullable Object shown(long raw, Kind kind) {
        if (raw == Raw.ABSENT) {
            return null;
        }
        return switch (kind) {
            case BOOL -> (Object) (raw == 1);
            case NUMBER -> Numbers.of(raw);
            default -> raw;
        };
    }

    private static Map<String, Object> inputs(Random random, Bench bench) {
        Map<String, Object> given = new HashMap<>();
        for (String name : new String[] {"i", "j"}) {
            long value = random.nextInt(8) == 0 ? random.nextLong() / 2 : random.nextInt(7) - 3;
            boolean present = random.nextInt(4) > 0;
            bench.with(name, Kind.WHOLE, present ? value : Raw.ABSENT);
            put(given, name, present, value);
        }
        for (String name : new String[] {"x", "y"}) {
            double value = (random.nextInt(17) - 8) / 4.0;
            boolean present = random.nextInt(4) > 0;
            bench.with(name, Kind.NUMBER, present ? Numbers.raw(value) : Raw.ABSENT);
            put(given, name, present, value);
        }
        for (String name : new String[] {"p", "q"}) {
            boolean value = random.nextBoolean();
            boolean present = random.nextInt(4) > 0;
            bench.with(name, Kind.BOOL, present ? (value ? 1 : 0) : Raw.ABSENT);
            put(given, name, present, value);
        }
        String text = TEXTS[random.nextInt(TEXTS.length)];
        boolean present = random.nextInt(4) > 0;
        bench.with("s", Kind.TEXT, present ? bench.symbols.of(text) : Raw.ABSENT);
        put(given, "s", present, text);
        given.put("has_i", given.containsKey("i"));
        given.put("has_x", given.containsKey("x"));
        return given;
    }

    private static void put(Map<String, Object> given, String name, boolean present, Object value) {
        if (present) {
            given.put(name, value);
        }
    }

    private static Pair expression(Kind kind, Random random, int depth) {
        return switch (kind) {
            case BOOL -> condition(random, depth);
            case WHOLE -> whole(random, depth);
            default -> number(random, depth);
        };
    }

    private static Pair condition(Random random, int depth) {
        if (depth == 0) {
            return one(random, "p", "q", "true", "s == \"web\"");
        }
        return switch (random.nextInt(9)) {
            case 0, 1 -> both("(%s && %s)", condition(random, depth - 1), condition(random, depth - 1));
            case 2, 3 -> both("(%s || %s)", condition(random, depth - 1), condition(random, depth - 1));
            case 4 -> {
                Pair operand = condition(random, depth - 1);
                yield new Pair("!(" + operand.ours() + ")", "!(" + operand.cel() + ")");
            }
            case 5 -> random.nextBoolean() ? new Pair("has(i)", "has_i") : new Pair("has(x)", "has_x");
            case 6 ->
                one(
                        random,
                        "s in [\"web\", \"shop\"]",
                        "s.contains(\"o\")",
                        "s.startsWith(\"p\")",
                        "size(s) > 3",
                        "i in [1, 2, 3]",
                        "s != \"shop\"",
                        "s.endsWith(\"é😀\")");
            case 7 -> ternary(Kind.BOOL, random, depth);
            default -> comparison(random, depth);
        };
    }

    private static Pair comparison(Random random, int depth) {
        String operator = new String[] {"<", "<=", ">", ">=", "==", "!="}[random.nextInt(6)];
        boolean leftWhole = random.nextBoolean();
        boolean rightWhole = random.nextBoolean();
        Pair left = leftWhole ? whole(random, depth - 1) : number(random, depth - 1);
        Pair right = rightWhole ? whole(random, depth - 1) : number(random, depth - 1);
        return mixed("(%s " + operator + " %s)", left, leftWhole, right, rightWhole);
    }

    private static Pair whole(Random random, int depth) {
        if (depth == 0) {
            return one(random, "i", "j", "2", "-1", "7");
        }
        return switch (random.nextInt(6)) {
            case 0 -> both("(%s + %s)", whole(random, depth - 1), whole(random, depth - 1));
            case 1 -> both("(%s - %s)", whole(random, depth - 1), whole(random, depth - 1));
            case 2 -> both("(%s * %s)", whole(random, depth - 1), whole(random, depth - 1));
            case 3 -> both("(%s %% %s)", whole(random, depth - 1), whole(random, depth - 1));
            case 4 -> ternary(Kind.WHOLE, random, depth);
            default -> whole(random, 0);
        };
    }

    private static Pair number(Random random, int depth) {
        if (depth == 0) {
            return one(random, "x", "y", "0.5", "3.0");
        }
        boolean leftWhole = random.nextInt(3) == 0;
        Pair left = leftWhole ? whole(random, depth - 1) : number(random, depth - 1);
        boolean rightWhole = !leftWhole && random.nextInt(3) == 0;
        Pair right = rightWhole ? whole(random, depth - 1) : number(random, depth - 1);
        return switch (random.nextInt(6)) {
            case 0 -> mixed("(%s + %s)", left, leftWhole, right, rightWhole);
            case 1 -> mixed("(%s - %s)", left, leftWhole, right, rightWhole);
            case 2 -> mixed("(%s * %s)", left, leftWhole, right, rightWhole);
            case 3 ->
                new Pair(
                        "(" + left.ours() + " / " + right.ours() + ")",
                        "div(double(" + left.cel() + "), double(" + right.cel() + "))");
            case 4 -> ternary(Kind.NUMBER, random, depth);
            default -> number(random, 0);
        };
    }

    private static Pair ternary(Kind kind, Random random, int depth) {
        Pair condition = condition(random, depth - 1);
        Pair yes = expression(kind, random, depth - 1);
        Pair no = expression(kind, random, depth - 1);
        return new Pair(
                "(" + condition.ours() + " ? " + yes.ours() + " : " + no.ours() + ")",
                "(" + condition.cel() + " ? " + yes.cel() + " : " + no.cel() + ")");
    }

    private static Pair one(Random random, String... same) {
        String text = same[random.nextInt(same.length)];
        return new Pair(text, text);
    }

    private static Pair both(String form, Pair left, Pair right) {
        return new Pair(form.formatted(left.ours(), right.ours()), form.formatted(left.cel(), right.cel()));
    }

    /// Where a whole meets a number, CEL is told to make it one.
    private static Pair mixed(String form, Pair left, boolean leftWhole, Pair right, boolean rightWhole) {
        if (leftWhole == rightWhole) {
            return both(form, left, right);
        }
        String a = leftWhole ? "double(" + left.cel() + ")" : left.cel();
        String b = rightWhole ? "double(" + right.cel() + ")" : right.cel();
        return new Pair(form.formatted(left.ours(), right.ours()), form.formatted(a, b));
    }
}
