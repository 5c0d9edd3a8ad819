package org.prevenance.cli;

import java.io.IOException;
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
        subcommands = {
            CheckCommand.class,
            BacktestCommand.class,
            ExplainCommand.class,
            ForecastCommand.class,
            PlaybooksCommand.class,
            SourcesCommand.class,
            SimulateCommand.class,
            DemoCommand.class
        })
public final class Main implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    /// Runs one command and exits: 0 done, 1 failed, 2 wrongly asked.
    public static void main(String[] args) {
        int exit;
        try {
            exit = command().execute(args);
        } catch (OutOfMemoryError e) {
            System.err.println("The memory allowed, " + (Runtime.getRuntime().maxMemory() >> 20) + " MB, is full ("
                    + e.getMessage() + "). Allow more, for example: PREVENANCE_JAVA_OPTS=-Xmx3g ./prevenance …");
            exit = 1;
        }
        System.exit(exit);
    }

    /// The command with all its subcommands, for [#main] and for tests that give it writers of their own.
    public static CommandLine command() {
        return new CommandLine(new Main()).setExecutionExceptionHandler(Main::tell);
    }

    /// Says on standard error what went wrong; the stack only where nobody foresaw it.
    private static int tell(Exception e, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        switch (e) {
            case WrongUse wrong -> command.getErr().println(wrong.getMessage());
            case NothingRead nothing -> command.getErr().println(nothing.getMessage());
            case IOException io -> command.getErr().println(io.getMessage());
            default -> throw e;
        }
        return e instanceof WrongUse ? 2 : e instanceof NothingRead ? 3 : 1;
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
