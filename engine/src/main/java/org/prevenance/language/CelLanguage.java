package org.prevenance.language;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.prevenance.expression.ValueType.Kind;

/// The part of CEL that playbooks may use, as CEL's own parser and checker see it: no macros, so no loops, and only the
/// operators and functions declared in [CelDeclarations].
///
/// One checker serves all expressions: before an expression is checked, each name in it is replaced by a variable of
/// the same type ([Types#variable]).
final class CelLanguage {
    static final int MOST_CHARACTERS = 4_000;
    static final int DEEPEST = 40;
    /// What CEL's checker sees in the place of `has`, a name that it keeps for its own macro.
    static final String HAS = "has_value";
    static final String AT = "at";

    private static final Map<String, List<CelOverloadDecl>> FUNCTIONS = CelDeclarations.all();
    static final CelCompiler COMPILER = build();

    private CelLanguage() {}

    static boolean declares(String function) {
        return FUNCTIONS.containsKey(function.equals("has") ? HAS : function);
    }

    /// The names of the functions, without the operators.
    static Set<String> functions() {
        Set<String> names = new TreeSet<>();
        for (String name : FUNCTIONS.keySet()) {
            if (Character.isLetter(name.charAt(0))) {
                names.add(name.equals(HAS) ? "has" : name);
            }
        }
        return names;
    }

    private static CelCompiler build() {
        CelOptions options = CelOptions.current()
                .maxExpressionCodePointSize(MOST_CHARACTERS)
                .maxParseRecursionDepth(DEEPEST)
                .enableHomogeneousLiterals(true)
                .build();
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(options)
                .setStandardMacros()
                .setStandardEnvironmentEnabled(false);
        for (Kind kind : Kind.values()) {
            builder.addVar(Types.variable(kind), Types.cel(kind));
        }
        FUNCTIONS.forEach((name, overloads) ->
                builder.addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(name, overloads)));
        return builder.build();
    }
}
