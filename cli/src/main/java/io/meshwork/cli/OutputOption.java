package io.meshwork.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** For whom a command writes what it found. */
public final class OutputOption {

    @Option(
            names = {"-o", "--output"},
            converter = Output.Converter.class,
            defaultValue = "table",
            paramLabel = "table|json|yaml",
            description = "table for people, json or yaml for programs. Default: ${DEFAULT-VALUE}.")
    private Output output = Output.TABLE;

    /**
     * @param found as the catalog answered
     * @param lines the same for people
     */
    public void write(PrintWriter out, Object found, List<String> lines) {
        out.print(output.render(found, lines));
        out.flush();
    }

    /** One of a series that goes on. */
    public void writeNext(PrintWriter out, JsonNode found, List<String> lines) {
        out.print(output.renderNext(found, lines));
        out.flush();
    }
}
