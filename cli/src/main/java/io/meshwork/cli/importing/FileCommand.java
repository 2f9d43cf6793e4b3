package io.meshwork.cli.importing;

import io.meshwork.cli.importing.source.Finding;
import io.meshwork.cli.importing.source.duckdb.DataFile;
import io.meshwork.cli.importing.source.duckdb.FileFormat;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code mesh import file}: every row is looked at, in bounded memory. */
@Command(
        name = "file",
        description = {
            "Writes a contract of a CSV, JSON or Parquet file, by what all its rows have in common.",
            "A column that is never null becomes required, one that is unique as well and looks like a key becomes the key."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:a valid contract was written",
            "1:the file is empty, or not what it is said to be",
            "2:wrong options, there is no such file, or the output exists"
        })
final class FileCommand extends SourceCommand {

    @Parameters(paramLabel = "FILE", description = "The file; the contract names it as it is written here.")
    private Path file = Path.of("");

    @Option(
            names = "--file-format",
            paramLabel = "csv|json|parquet",
            converter = FormatWord.class,
            description = "What is in the file. Default: what its ending says.")
    private @Nullable FileFormat format;

    @Option(
            names = "--header",
            description = "The first row of the CSV file holds names, even if they look like values.")
    private boolean header;

    /** Reads the words that people write. */
    static final class FormatWord implements ITypeConverter<FileFormat> {

        @Override
        public FileFormat convert(String value) {
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "csv" -> FileFormat.CSV;
                case "json" -> FileFormat.JSON;
                case "parquet" -> FileFormat.PARQUET;
                default -> throw new TypeConversionException("`" + value + "` is none of csv, json, parquet");
            };
        }
    }

    @Override
    String givenName() {
        return new DataFile(file, format, header).name();
    }

    @Override
    Finding find() {
        return new DataFile(file, format, header).find();
    }
}
