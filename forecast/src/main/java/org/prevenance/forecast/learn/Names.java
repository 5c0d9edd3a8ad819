package org.prevenance.forecast.learn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Names that a model has learnt, by the code that stands for each, from 0 up.
public final class Names {
    private final List<String> byCode;
    private final Map<String, Integer> codes = new HashMap<>();

    public Names(List<String> byCode) {
        this.byCode = new ArrayList<>();
        byCode.forEach(this::learn);
    }

    /// The code of a name, new where it was not known.
    public int learn(String name) {
        return codes.computeIfAbsent(name, missing -> {
            byCode.add(missing);
            return byCode.size() - 1;
        });
    }

    /// The code of a name; NaN where it was never learnt.
    public float code(String name) {
        Integer code = codes.get(name);
        return code == null ? Float.NaN : code;
    }

    public List<String> all() {
        return List.copyOf(byCode);
    }
}
