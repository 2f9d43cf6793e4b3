package io.meshwork.local.log;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** {@code %part} in a pattern of Logback; only for appenders that write in the thread that logs. */
public final class PartConverter extends ClassicConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return WorkingFor.current();
    }
}
