package io.meshwork.cli.dlt;

import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where a record stands in a topic, written {@code partition:offset}. */
record Position(int partition, long offset) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9}):(\\d{1,18})");

    @Override
    public String toString() {
        return partition + ":" + offset;
    }

    /** Empty when it is none. */
    static Optional<Position> parse(String text) {
        var matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Position(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    static final class Converter implements ITypeConverter<Position> {
        @Override
        public Position convert(String text) {
            return parse(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "`" + text + "`: write PARTITION:OFFSET as `mesh dlt list` shows it, such as 2:17"));
        }
    }
}
