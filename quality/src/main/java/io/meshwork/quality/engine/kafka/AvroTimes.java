package io.meshwork.quality.engine.kafka;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;

/** Avro's logical types as ISO writes them. */
final class AvroTimes {

    private static final int SECONDS_OF_A_DAY = 86_400;

    private AvroTimes() {}

    /** Empty for a number that is no date or time; one beyond the day stays the number that it is. */
    static Optional<String> text(Schema schema, long number) {
        String name =
                schema.getLogicalType() == null ? "" : schema.getLogicalType().getName();
        return switch (name) {
            case "date" -> Optional.of(LocalDate.ofEpochDay(number).toString());
            case "time-millis" -> time(number, TimeUnit.MILLISECONDS);
            case "time-micros" -> time(number, TimeUnit.MICROSECONDS);
            case "timestamp-millis" -> Optional.of(instant(number, 1_000).toString());
            case "timestamp-micros" -> Optional.of(instant(number, 1_000_000).toString());
            case "timestamp-nanos" -> Optional.of(instant(number, 1_000_000_000).toString());
            case "local-timestamp-millis" -> Optional.of(local(number, 1_000));
            case "local-timestamp-micros" -> Optional.of(local(number, 1_000_000));
            case "local-timestamp-nanos" -> Optional.of(local(number, 1_000_000_000));
            default -> Optional.empty();
        };
    }

    private static Optional<String> time(long number, TimeUnit unit) {
        boolean ofADay = number >= 0 && number < unit.convert(SECONDS_OF_A_DAY, TimeUnit.SECONDS);
        return ofADay ? Optional.of(LocalTime.ofNanoOfDay(unit.toNanos(number)).toString()) : Optional.empty();
    }

    private static Instant instant(long number, int perSecond) {
        return Instant.ofEpochSecond(
                Math.floorDiv(number, perSecond), Math.floorMod(number, perSecond) * (1_000_000_000L / perSecond));
    }

    private static String local(long number, int perSecond) {
        return instant(number, perSecond)
                .atOffset(ZoneOffset.UTC)
                .toLocalDateTime()
                .toString();
    }

    static String uuid(byte[] bytes) {
        ByteBuffer halves = ByteBuffer.wrap(bytes);
        return new UUID(halves.getLong(), halves.getLong()).toString();
    }

    /** Three little-endian unsigned numbers: months, days, milliseconds. */
    static String duration(byte[] bytes) {
        ByteBuffer parts = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long months = Integer.toUnsignedLong(parts.getInt());
        long days = Integer.toUnsignedLong(parts.getInt());
        Duration rest = Duration.ofMillis(Integer.toUnsignedLong(parts.getInt()));
        return "P" + months + "M" + days + "D" + rest.toString().substring(1);
    }
}
