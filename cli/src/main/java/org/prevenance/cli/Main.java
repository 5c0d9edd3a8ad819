package org.prevenance.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `prevenance`, the command. Without a subcommand it prints its usage on standard error and exits with 2.
@Command(
        name = "prevenance",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Finds the simple trouble between a company and its customer before the customer complains.",
        footer = {
            "",
            "Commands:",
            "  check              judge a folder of files and show the cases found, with their proof",
            "  explain            say how one case or one figure came about",
            "  playbooks check    say whether playbooks are valid, and why not",
            "  playbooks test     run the scenarios beside the playbooks",
            "  sources            say how files are read as events",
            "  simulate           write a small world with known troubles",
            "  demo               simulate, check and show, in one go"
        })
public final class Main implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    /// Runs one command and exits: 0 done, 1 failed, 2 wrongly asked.
    public static void main(String[] args) {
        System.exit(command().execute(args));
    }

    /// The command with all its subcommands, for [#main] and for tests that give it writers of their own.
    public static CommandLine command() {
        return new CommandLine(new Main());
    }

    @Override
    public void run() {
        PrintWriter err = spec.commandLine().getErr();
        spec.commandLine().usage(err);
        throw new CommandLine.ParameterException(spec.commandLine(), "Name a command, for example: prevenance --help");
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"prevenance " + (version == null ? "(not packaged)" : version)};
        }
    }
}
