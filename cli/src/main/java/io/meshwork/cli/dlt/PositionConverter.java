package io.meshwork.cli.dlt;

import io.meshwork.deadletters.Position;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

final class PositionConverter implements ITypeConverter<Position> {

    @Override
    public Position convert(String text) {
        return Position.parse(text)
                .orElseThrow(() -> new TypeConversionException(
                        "`" + text + "`: write PARTITION:OFFSET as `mesh dlt list` shows it, such as 2:17"));
    }
}
