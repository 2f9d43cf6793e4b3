package io.meshwork.cli.validate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** For whom the results are written. */
enum ReportFormat {
    TEXT(TextReport::render),
    JSON(JsonReport::render),
    GITHUB(GithubReport::render);

    private final Function<List<FileResult>, String> renderer;

    ReportFormat(Function<List<FileResult>, String> renderer) {
        this.renderer = renderer;
    }

    String render(List<FileResult> results) {
        return renderer.apply(results);
    }

    static final class Converter implements ITypeConverter<ReportFormat> {

        @Override
        public ReportFormat convert(String value) {
            return Arrays.stream(values())
                    .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("`" + value + "` is none of text, json, github"));
        }
    }
}
