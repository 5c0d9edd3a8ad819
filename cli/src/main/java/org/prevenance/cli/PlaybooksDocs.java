package org.prevenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prevenance.catalogue.Catalogue;
import org.prevenance.check.Packs;
import org.prevenance.scenarios.ScenarioSuite;
import org.prevenance.text.Checked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `prevenance playbooks docs [DIR] --out FOLDER`: pages about what the packs find.
@Command(
        name = "docs",
        mixinStandardHelpOptions = true,
        description = "Writes a page for each pack from the pack itself, in English and French.",
        footer = {"", "Exit: 0 written; 2 mistakes in the files."})
final class PlaybooksDocs implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "DIR", description = "folder, file or pack; default: all that ship")
    private @Nullable Path folder;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "docs/signals",
            description = "where the pages go; default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Override
    public Integer call() throws IOException {
        Packs.Chosen chosen = PlaybooksCommand.chosen(folder);
        return switch (ScenarioSuite.read(chosen)) {
            case Checked.Wrong<ScenarioSuite> wrong -> {
                Output.print(wrong.render() + "\n");
                yield 2;
            }
            case Checked.Right<ScenarioSuite>(ScenarioSuite suite) -> write(Catalogue.pages(chosen, suite));
        };
    }

    private int write(Map<String, String> pages) throws IOException {
        Files.createDirectories(out);
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(out.resolve(page.getKey()), page.getValue());
        }
        Output.print("%d pages in %s.\n".formatted(pages.size(), out));
        return 0;
    }
}
