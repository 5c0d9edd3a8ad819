package org.prevenance.bench;

import com.alibaba.fastjson2.JSON;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.PackageVersion;

/// The versions of the libraries compared, as found where they are loaded from.
final class Versions {
    private static final Pattern DUCKDB = Pattern.compile("duckdb_jdbc-([0-9][^/]*)\\.jar");
    private static final Pattern FLINK = Pattern.compile("flink-runtime-([0-9][^/]*)\\.jar");

    private Versions() {}

    static String sentence(@Nullable String flinkClassPath) {
        String duckDb = found(DUCKDB, System.getProperty("java.class.path"));
        String sentence = "Jackson " + PackageVersion.VERSION + ", fastjson2 " + JSON.VERSION + ", DuckDB " + duckDb;
        return flinkClassPath == null ? sentence : sentence + ", Apache Flink " + found(FLINK, flinkClassPath);
    }

    private static String found(Pattern jar, String classPath) {
        Matcher matcher = jar.matcher(classPath);
        return matcher.find() ? matcher.group(1) : "(unknown)";
    }
}
