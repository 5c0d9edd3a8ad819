package org.prevenance.cli;

import picocli.CommandLine.Option;

/// How a command writes its answer to standard output.
final class AnswerFormat {
    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "of the answer on standard output; default: text")
    private String format = "text";

    /// Whether as JSON.
    ///
    /// @throws WrongUse where the format is not known
    boolean json() {
        return switch (format) {
            case "json" -> true;
            case "text" -> false;
            default ->
                throw new WrongUse(
                        "The format (%s) is not known.\nMaybe write --format text or --format json.".formatted(format));
        };
    }
}
