package org.prevenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.prevenance.check.Packs;
import org.prevenance.sources.SourcesProposal;
import org.prevenance.text.Checked;
import org.prevenance.vocabulary.Vocabulary;
import org.prevenance.vocabulary.VocabularyReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `prevenance sources DIR`: proposes a first `sources.yaml`.
@Command(
        name = "sources",
        mixinStandardHelpOptions = true,
        description =
                "Looks at the CSV, Parquet and GTFS files of a folder and proposes a first sources.yaml, on standard output.")
final class SourcesCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "folder with *.csv and *.parquet files")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path folder;

    @Option(
            names = "--playbooks",
            split = ",",
            paramLabel = "DIR-or-pack",
            description = "whose types of events to look for; default: all packs that ship")
    private List<String> playbooks = List.of();

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NothingRead("The folder (%s) is not there.".formatted(folder));
        }
        Checked<Vocabulary> vocabulary =
                VocabularyReader.read(Packs.shipped().choose(playbooks).vocabularies());
        Output.print(SourcesProposal.propose(folder, vocabulary.orThrow()));
        return 0;
    }
}
