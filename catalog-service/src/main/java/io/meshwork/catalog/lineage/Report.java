package io.meshwork.catalog.lineage;

import io.meshwork.messaging.security.Caller;
import java.util.UUID;

/**
 * A record of {@code lineage.submitted}.
 *
 * @param format what the event is written in; only {@code openlineage} is understood
 * @param event the text of the event
 */
public record Report(UUID id, String format, String event, Caller caller) {}
