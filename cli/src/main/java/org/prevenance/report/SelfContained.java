package org.prevenance.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prevenance.signal.Language;

/// One HTML file that needs nothing else, neither network nor server.
///
/// The page holds its data as JSON in a script block that is never run. Nothing of the data becomes markup: the
/// page's own script writes it as text, and the content security policy lets only that script and that style sheet
/// run, by their hashes.
///
/// All pages stand in one `frame.html`, with holes `{{language}}`, `{{css}}`, `{{script}}`, `{{main}}`, `{{data}}` and
/// others.
///
/// @param page    its `<main>`, a resource beside this class
/// @param target  id of what the reader may skip to
/// @param styles  style sheets, joined into one
/// @param scripts joined into one
record SelfContained(String page, String target, List<String> styles, List<String> scripts) {
    private static final String FRAME = "frame.html";
    private static final Pattern HOLE = Pattern.compile("\\{\\{([a-z]+)}}");

    /// Writes the data where it belongs; must flush and not close.
    interface Data {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Writes the page and flushes; does not close `out`.
    ///
    /// @param language the one in which the page opens; the reader can switch
    void write(Language language, Data data, OutputStream out) throws IOException {
        String css = joined(styles);
        String script = joined(scripts);
        Map<String, String> parts = Map.of(
                "language", language.code(),
                "target", target,
                "main", source(page),
                "css", css,
                "script", script,
                "csshash", hash(css),
                "scripthash", hash(script));
        String text = source(FRAME);
        int done = 0;
        Matcher hole = HOLE.matcher(text);
        while (hole.find()) {
            out.write(text.substring(done, hole.start()).getBytes(UTF_8));
            if (hole.group(1).equals("data")) {
                data.writeTo(out);
            } else {
                out.write(part(parts, hole.group(1)).getBytes(UTF_8));
            }
            done = hole.end();
        }
        out.write(text.substring(done).getBytes(UTF_8));
        out.flush();
    }

    private String part(Map<String, String> parts, String name) {
        String part = parts.get(name);
        if (part == null) {
            throw new IllegalStateException("%s has a hole (%s) that nothing fills.".formatted(FRAME, name));
        }
        return part;
    }

    private static String joined(List<String> names) throws IOException {
        var text = new StringBuilder();
        for (String name : names) {
            text.append(source(name));
        }
        return text.toString();
    }

    private static String source(String name) throws IOException {
        try (InputStream in = SelfContained.class.getResourceAsStream(name)) {
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
