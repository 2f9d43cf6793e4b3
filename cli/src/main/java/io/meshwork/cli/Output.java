package io.meshwork.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** For whom a result is written. */
public enum Output {
    /** For people. */
    TABLE,
    JSON,
    YAML;

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final DumpSettings BLOCKS = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setWidth(Integer.MAX_VALUE)
            .build();

    /**
     * @param value maps, lists, texts, numbers and JSON trees
     * @param lines the same for people, used for {@link #TABLE}
     */
    public String render(Object value, List<String> lines) {
        return switch (this) {
            case TABLE ->
                lines.stream().map(line -> line + System.lineSeparator()).collect(Collectors.joining());
            case JSON -> MAPPER.writeValueAsString(value) + "\n";
            case YAML -> new Dump(BLOCKS).dumpToString(MAPPER.convertValue(value, Object.class));
        };
    }

    /**
     * One of a series that goes on: JSON on one line, YAML as a document.
     *
     * @param lines the same for people, used for {@link #TABLE}
     */
    public String renderNext(JsonNode value, List<String> lines) {
        return switch (this) {
            case TABLE -> render(value, lines);
            case JSON -> value + "\n";
            case YAML -> "---\n" + render(value, lines);
        };
    }

    /** Reads the words that people write. */
    public static final class Converter implements ITypeConverter<Output> {

        @Override
        public Output convert(String value) {
            return Arrays.stream(values())
                    .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("`" + value + "` is none of table, json, yaml"));
        }
    }
}
