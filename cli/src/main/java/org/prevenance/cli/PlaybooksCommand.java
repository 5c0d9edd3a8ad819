package org.prevenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prevenance.check.Packs;
import org.prevenance.playbook.Program;
import org.prevenance.text.Checked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `prevenance playbooks check|test|docs [DIR]`: for those who write playbooks.
@Command(
        name = "playbooks",
        mixinStandardHelpOptions = true,
        description = "Checks playbooks, tests them by their scenarios, and writes pages about them.",
        subcommands = {PlaybooksCommand.CheckThem.class, PlaybooksTest.class, PlaybooksDocs.class})
final class PlaybooksCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new WrongUse(
                "Say what to do with the playbooks.\nMaybe write ./prevenance playbooks check, ./prevenance playbooks test, or ./prevenance playbooks docs.");
    }

    /// @param folder folder, file or pack; null: all that ship
    /// @throws WrongUse where there is none of this name
    static Packs.Chosen chosen(@Nullable Path folder) throws IOException {
        Packs packs = Packs.shipped();
        try {
            return packs.choose(folder == null ? List.of() : List.of(folder.toString()));
        } catch (IOException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }

    /// As [#chosen], but of a file only its own scenarios.
    static Packs.Chosen chosenScenarios(@Nullable Path folder) throws IOException {
        if (folder == null || !Files.isRegularFile(folder)) {
            return chosen(folder);
        }
        Packs packs = Packs.shipped();
        try {
            return packs.besides(folder);
        } catch (IOException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Says whether playbooks are valid, and why not.")
    static final class CheckThem implements Callable<Integer> {
        @Parameters(arity = "0..1", paramLabel = "DIR", description = "folder, file or pack; default: all that ship")
        private @Nullable Path folder;

        @Override
        public Integer call() throws IOException {
            Packs.Chosen chosen = chosen(folder);
            return switch (Packs.compile(chosen)) {
                case Checked.Wrong<Program> wrong -> {
                    Output.print(wrong.render() + "\n");
                    yield 2;
                }
                case Checked.Right<Program>(Program program) -> {
                    Output.print("%s, %s, %s: all valid.\n"
                            .formatted(
                                    counted(chosen.playbooks().size(), "playbook"),
                                    counted(program.indicators().size(), "indicator"),
                                    counted(program.signals().size(), "signal")));
                    yield 0;
                }
            };
        }

        private static String counted(int count, String one) {
            return count + " " + one + (count == 1 ? "" : "s");
        }
    }
}
