package io.meshwork.notifier.silence.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param items may be fewer than were asked for although there is a next page
 * @param next address of the next page, null on the last one
 */
record SilencePage(
        List<SilenceRepresentation> items, @Nullable String next) {}
