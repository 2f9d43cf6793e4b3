package io.meshwork.cli.diff;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** For whom the comparison is written. */
enum OutputFormat {
    TABLE(TableReport::render),
    JSON(StructuredReport::json),
    YAML(StructuredReport::yaml);

    private final Function<Comparison, String> renderer;

    OutputFormat(Function<Comparison, String> renderer) {
        this.renderer = renderer;
    }

    String render(Comparison comparison) {
        return renderer.apply(comparison);
    }

    static final class Converter implements ITypeConverter<OutputFormat> {

        @Override
        public OutputFormat convert(String value) {
            return Arrays.stream(values())
                    .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("`" + value + "` is none of table, json, yaml"));
        }
    }
}
