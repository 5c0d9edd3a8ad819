package org.prevenance.language;

import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.prevenance.expression.ValueType.Kind;

/// The operators and functions of the playbook language, by CEL's name, with every combination of types that they take.
final class CelDeclarations {
    private static final Set<Kind> NUMBERS = EnumSet.of(Kind.WHOLE, Kind.NUMBER);
    private static final Set<Kind> ORDERED = EnumSet.of(Kind.MONEY, Kind.DATE, Kind.TIME);

    private final Map<String, List<CelOverloadDecl>> functions = new LinkedHashMap<>();

    private CelDeclarations() {}

    static Map<String, List<CelOverloadDecl>> all() {
        return new CelDeclarations().declare();
    }

    private Map<String, List<CelOverloadDecl>> declare() {
        arithmetic();
        comparisons();
        logic();
        timesAndMoney();
        texts();
        return functions;
    }

    private void arithmetic() {
        for (String operator : List.of("_+_", "_-_")) {
            twoNumbers(operator, true);
            global(operator, Kind.MONEY, Kind.MONEY, Kind.MONEY);
        }
        twoNumbers("_*_", true);
        twoNumbers("_/_", false);
        global("_%_", Kind.WHOLE, Kind.WHOLE, Kind.WHOLE);
        for (Kind number : NUMBERS) {
            global("_*_", Kind.MONEY, Kind.MONEY, number);
            global("_*_", Kind.MONEY, number, Kind.MONEY);
            global("_/_", Kind.MONEY, Kind.MONEY, number);
            global("round", Kind.WHOLE, number);
            global("plain", number, number);
        }
        global("_/_", Kind.NUMBER, Kind.MONEY, Kind.MONEY);
        for (Kind kind : List.of(Kind.WHOLE, Kind.NUMBER, Kind.MONEY)) {
            global("-_", kind, kind);
            global("abs", kind, kind);
        }
        for (String extreme : List.of("min", "max")) {
            twoNumbers(extreme, true);
            threeNumbers(extreme);
            for (Kind kind : ORDERED) {
                global(extreme, kind, kind, kind);
                global(extreme, kind, kind, kind, kind);
            }
        }
    }

    private void comparisons() {
        for (String operator : List.of("_<_", "_<=_", "_>_", "_>=_", "_==_", "_!=_")) {
            for (Kind left : NUMBERS) {
                for (Kind right : NUMBERS) {
                    global(operator, Kind.BOOL, left, right);
                }
            }
            for (Kind kind : ORDERED) {
                global(operator, Kind.BOOL, kind, kind);
            }
        }
        for (String operator : List.of("_==_", "_!=_")) {
            for (Kind kind : List.of(Kind.BOOL, Kind.TEXT, Kind.ID)) {
                global(operator, Kind.BOOL, kind, kind);
            }
            global(operator, Kind.BOOL, Kind.ID, Kind.TEXT);
            global(operator, Kind.BOOL, Kind.TEXT, Kind.ID);
        }
        for (Kind kind : List.of(Kind.WHOLE, Kind.NUMBER, Kind.TEXT)) {
            in(kind, ListType.create(Types.cel(kind)));
        }
        in(Kind.ID, Types.cel(Kind.TEXTS));
    }

    private void in(Kind item, CelType list) {
        add("@in", CelOverloadDecl.newGlobalOverload(id("in", item), Types.cel(Kind.BOOL), Types.cel(item), list));
    }

    private void logic() {
        global("_&&_", Kind.BOOL, Kind.BOOL, Kind.BOOL);
        global("_||_", Kind.BOOL, Kind.BOOL, Kind.BOOL);
        global("!_", Kind.BOOL, Kind.BOOL);
        for (Kind kind : Kind.values()) {
            global("_?_:_", kind, Kind.BOOL, kind, kind);
            global(CelLanguage.HAS, Kind.BOOL, kind);
            for (Kind key : Kind.values()) {
                global(CelLanguage.AT, kind, kind, key);
            }
        }
        global("_?_:_", Kind.NUMBER, Kind.BOOL, Kind.WHOLE, Kind.NUMBER);
        global("_?_:_", Kind.NUMBER, Kind.BOOL, Kind.NUMBER, Kind.WHOLE);
    }

    private void timesAndMoney() {
        global("day", Kind.DATE, Kind.TIME);
        global("month", Kind.DATE, Kind.TIME);
        global("month", Kind.DATE, Kind.DATE);
        global("hour", Kind.WHOLE, Kind.TIME);
        global("year", Kind.WHOLE, Kind.TIME);
        global("year", Kind.WHOLE, Kind.DATE);
        global("plus_years", Kind.DATE, Kind.DATE, Kind.WHOLE);
        global("plus_years", Kind.DATE, Kind.DATE, Kind.NUMBER);
        global("seconds_between", Kind.WHOLE, Kind.TIME, Kind.TIME);
        global("plus_days", Kind.DATE, Kind.DATE, Kind.WHOLE);
        global("elapsed", Kind.NUMBER, Kind.TIME);
        for (Kind kind : List.of(Kind.DATE, Kind.TIME)) {
            global("days_since", Kind.WHOLE, kind);
            global("days_between", Kind.WHOLE, kind, Kind.DATE);
            global("days_between", Kind.WHOLE, kind, Kind.TIME);
        }
        global("money", Kind.MONEY, Kind.TEXT);
        global("date", Kind.DATE, Kind.TEXT);
        global("time", Kind.TIME, Kind.TEXT);
        global("amount", Kind.NUMBER, Kind.MONEY);
    }

    private void texts() {
        global("size", Kind.WHOLE, Kind.TEXT);
        global("size", Kind.WHOLE, Kind.TEXTS);
        for (Kind kind : List.of(Kind.TEXT, Kind.TEXTS)) {
            global("normal", kind, kind);
        }
        global("sorted", Kind.TEXTS, Kind.TEXTS);
        global("overlaps", Kind.BOOL, Kind.TEXTS, Kind.TEXTS);
        CelType text = Types.cel(Kind.TEXT);
        for (String name : List.of("contains", "startsWith", "endsWith")) {
            add(name, CelOverloadDecl.newMemberOverload("text_" + name, Types.cel(Kind.BOOL), text, text));
        }
    }

    private void twoNumbers(String name, boolean wholesGiveWhole) {
        for (Kind left : NUMBERS) {
            for (Kind right : NUMBERS) {
                boolean whole = wholesGiveWhole && left == Kind.WHOLE && right == Kind.WHOLE;
                global(name, whole ? Kind.WHOLE : Kind.NUMBER, left, right);
            }
        }
    }

    private void threeNumbers(String name) {
        for (Kind a : NUMBERS) {
            for (Kind b : NUMBERS) {
                for (Kind c : NUMBERS) {
                    boolean whole = a == Kind.WHOLE && b == Kind.WHOLE && c == Kind.WHOLE;
                    global(name, whole ? Kind.WHOLE : Kind.NUMBER, a, b, c);
                }
            }
        }
    }

    private void global(String name, Kind result, Kind... parameters) {
        List<CelType> types = new ArrayList<>();
        for (Kind parameter : parameters) {
            types.add(Types.cel(parameter));
        }
        add(name, CelOverloadDecl.newGlobalOverload(id(name, parameters), Types.cel(result), types));
    }

    private static String id(String name, Kind... parameters) {
        StringBuilder id = new StringBuilder(name);
        for (Kind parameter : parameters) {
            id.append('_').append(parameter.name().toLowerCase(Locale.ROOT));
        }
        return id.toString();
    }

    private void add(String name, CelOverloadDecl overload) {
        functions.computeIfAbsent(name, _ -> new ArrayList<>()).add(overload);
    }
}
