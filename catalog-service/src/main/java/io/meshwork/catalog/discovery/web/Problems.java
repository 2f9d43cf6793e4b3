package io.meshwork.catalog.discovery.web;

import io.meshwork.messaging.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** What a search is refused for. */
final class Problems {

    private Problems() {}

    static ProblemException invalid(String parameter, String detail) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST, "parameter." + parameter, "Parameter not understood", detail, List.of());
    }
}
