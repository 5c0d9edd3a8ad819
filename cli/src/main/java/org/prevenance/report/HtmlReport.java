package org.prevenance.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prevenance.check.CheckResult;

/// The result for people: one HTML file that needs nothing else, neither network nor server.
///
/// The page holds its data as JSON in a script block that is never run. Nothing of the data becomes markup: the
/// page's own script writes it as text, and the content security policy lets only that script and that style sheet
/// run, by their hashes.
///
/// Its sources are `report.html`, `report.css` and a few small scripts beside this class, joined into one.
public final class HtmlReport {
    private static final List<String> SCRIPTS =
            List.of("words.js", "data.js", "figures.js", "chart.js", "cases.js", "report.js");
    private static final Pattern HOLE = Pattern.compile("\\{\\{([a-z]+)}}");

    private HtmlReport() {}

    /// Writes the page and flushes; does not close `out`.
    ///
    /// @param language the one in which the page opens; the reader can switch
    /// @param zone     where days begin and end
    public static void write(CheckResult result, Language language, ZoneId zone, OutputStream out) throws IOException {
        String css = source("report.css");
        var script = new StringBuilder();
        for (String name : SCRIPTS) {
            script.append(source(name));
        }
        Map<String, String> parts = Map.of(
                "language", language.code(),
                "css", css,
                "script", script.toString(),
                "csshash", hash(css),
                "scripthash", hash(script.toString()));
        String page = source("report.html");
        int done = 0;
        Matcher hole = HOLE.matcher(page);
        while (hole.find()) {
            out.write(page.substring(done, hole.start()).getBytes(UTF_8));
            if (hole.group(1).equals("data")) {
                PageData.write(result, language, zone, out);
            } else {
                out.write(part(parts, hole.group(1)).getBytes(UTF_8));
            }
            done = hole.end();
        }
        out.write(page.substring(done).getBytes(UTF_8));
        out.flush();
    }

    private static String part(Map<String, String> parts, String name) {
        String part = parts.get(name);
        if (part == null) {
            throw new IllegalStateException("report.html has a hole (%s) that nothing fills.".formatted(name));
        }
        return part;
    }

    private static String source(String name) throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(
                        "The resource (%s) is missing from the program.\nMaybe build it again.".formatted(name));
            }
            return new String(in.readAllBytes(), UTF_8).replace("\r\n", "\n");
        }
    }

    /// As in a content security policy: base64 of SHA-256.
    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
