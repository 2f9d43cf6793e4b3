package io.meshwork.notifier.request;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for something.
 *
 * @param principal as far as it is proven
 * @param denial says why the requester may not handle the incidents of a domain or team, {@code *} for those of the whole mesh; null
 *     when they may
 */
public record Requester(String principal, Function<String, @Nullable String> denial) {}
