package io.meshwork.catalog.product.web;

import io.meshwork.catalog.product.Listing;
import io.meshwork.messaging.web.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Query parameters that are not just text. */
final class Parameters {

    private Parameters() {}

    static Listing.@Nullable State state(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(Listing.State.values())
                .filter(state -> state.text().equals(text))
                .findFirst()
                .orElseThrow(() -> invalid("state", "state must be one of " + states() + "."));
    }

    static boolean isOdcs(String format) {
        return switch (format) {
            case "odcs" -> true;
            case "original" -> false;
            default -> throw invalid("format", "format must be original or odcs.");
        };
    }

    private static String states() {
        return Arrays.stream(Listing.State.values()).map(Listing.State::text).collect(Collectors.joining(", "));
    }

    private static ProblemException invalid(String name, String detail) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST, "parameter." + name, "Parameter not understood", detail, List.of());
    }
}
