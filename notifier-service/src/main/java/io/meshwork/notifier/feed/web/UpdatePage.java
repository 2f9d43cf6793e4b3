package io.meshwork.notifier.feed.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param items newest first
 * @param next where the list goes on, null at its end
 * @param lastEventId a stream that begins with it tells what is not in the list yet
 */
record UpdatePage(List<UpdateView> items, @Nullable String next, String lastEventId) {}
