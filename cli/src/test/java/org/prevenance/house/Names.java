package org.prevenance.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells whether a word that stands between backquotes on a page names something that exists.
///
/// | looks like | must be |
/// |---|---|
/// | `Event`, `Event.Standing`, `Event.copy()`, `Event#copy` | a class, or a member of one, of this repository |
/// | `org.prevenance.event` and what starts like it | a package, class or member of this repository |
/// | `java.time.Instant` and what starts with `java.` | a class or member of the JDK |
/// | `Plan.java`, `docs/decisions/`, `playbooks/*/x.yaml` | a file or folder; the first folders may be left out |
///
/// Anything else (`for`, `EUR`, `./mvnw verify`) is a word, and is not judged.
final class Names {
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern JAVA_NAME =
            Pattern.compile("((?:[a-z][a-z0-9]*\\.)*)([A-Z]\\w*[a-z]\\w*(?:\\.[A-Z]\\w*)*)(?:[.#](\\w+))?(\\(.*\\))?");
    private static final Pattern PACKAGE = Pattern.compile("org\\.prevenance(\\.[a-z][a-z0-9]*)+");
    private static final Pattern FILE =
            Pattern.compile("[\\w.*-]+(/[\\w.*-]+)*(/|\\.(java|md|xml|yaml|yml|json|html|css|js|sh))");
    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".build", "node_modules", ".idea");

    private final JavaClasses compiled = new ClassFileImporter().importPackages(Compiled.BASE);
    private final List<Path> files = new ArrayList<>();
    private final Path root;

    Names(Path root) {
        this.root = root;
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    if (NOT_OURS.contains(String.valueOf(folder.getFileName()))) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    files.add(root.relativize(folder));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(root.relativize(file));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> quotedIn(String line) {
        return QUOTED.matcher(line).results().map(found -> found.group(1)).toList();
    }

    /// What is wrong with the word, as a sentence; empty where nothing is.
    String wrongWith(String word) {
        if (PACKAGE.matcher(word).matches()) {
            return compiled.containPackage(word) ? "" : "There is no package " + word + ".";
        }
        if (FILE.matcher(word).matches()) {
            return isFile(word) ? "" : "There is no file or folder " + word + ".";
        }
        Matcher name = JAVA_NAME.matcher(word);
        if (!name.matches()) {
            return "";
        }
        String prefix = name.group(1);
        String type = name.group(2);
        String member = name.group(3);
        if (member == null && type.contains(".") && !isType(prefix, type)) {
            int last = type.lastIndexOf('.'); // a constant looks like a nested class
            member = type.substring(last + 1);
            type = type.substring(0, last);
        }
        return isThere(prefix, type, member) ? "" : "There is no " + word + ".";
    }

    private boolean isType(String prefix, String type) {
        return isThere(prefix, type, null);
    }

    private boolean isThere(String prefix, String type, @Nullable String member) {
        if (prefix.startsWith("java.")) {
            JavaClass found = ofJdk(prefix + type.replace('.', '$'));
            return found != null && hasMember(found, member);
        }
        String ending = (prefix + type).replace('.', '$');
        return compiled.stream()
                        .filter(found -> endsWith(found.getName().replace('.', '$'), ending))
                        .anyMatch(found -> hasMember(found, member))
                || (prefix.isEmpty() && inSource(type, member));
    }

    private static boolean endsWith(String whole, String ending) {
        return whole.equals(ending) || whole.endsWith("$" + ending);
    }

    private static boolean hasMember(JavaClass type, @Nullable String member) {
        return member == null
                || type.getAllMembers().stream()
                        .anyMatch(found -> found.getName().equals(member));
    }

    private static @Nullable JavaClass ofJdk(String name) {
        try {
            return new ClassFileImporter().importClass(Class.forName(name, false, null));
        } catch (ClassNotFoundException _) {
            return null;
        }
    }

    /// Classes of modules that these tests do not see (`bench`): by their source.
    private boolean inSource(String type, @Nullable String member) {
        String file = type.replaceFirst("\\..*", "") + ".java";
        Pattern word = Pattern.compile("\\b" + (member == null ? type.replaceFirst(".*\\.", "") : member) + "\\b");
        return files.stream()
                .filter(found -> found.endsWith(file))
                .anyMatch(found -> word.matcher(read(found)).find());
    }

    private String read(Path file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isFile(String word) {
        String pattern = word.endsWith("/") ? word.substring(0, word.length() - 1) : word;
        PathMatcher whole = FileSystems.getDefault().getPathMatcher("glob:{" + pattern + ",**/" + pattern + "}");
        return files.stream().anyMatch(whole::matches);
    }
}
