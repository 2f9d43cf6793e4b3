package io.meshwork.messaging.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses query parameters that an endpoint does not know: a misspelt filter would otherwise answer with everything. And what is no text. */
public final class KnownParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getQueryString() != null) {
            Set<String> known = Stream.of(method.getMethodParameters())
                    .flatMap(KnownParameters::names)
                    .collect(Collectors.toCollection(TreeSet::new));
            List<String> unknown = request.getParameterMap().keySet().stream()
                    .filter(given -> !known.contains(given))
                    .sorted()
                    .toList();
            if (!unknown.isEmpty()) {
                throw unknown(unknown, known);
            }
            request.getParameterMap().forEach(KnownParameters::checkText);
        }
        return true;
    }

    /** PostgreSQL has no text with a zero character in it. */
    private static void checkText(String name, String... values) {
        if (Stream.of(values).anyMatch(value -> value.indexOf('\0') >= 0)) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "parameter." + name,
                    "Parameter not understood",
                    name + " has a zero character in it; leave it out.",
                    List.of());
        }
    }

    /** An argument is one parameter, or a record of several. */
    private static Stream<String> names(MethodParameter parameter) {
        if (parameter.hasParameterAnnotation(ModelAttribute.class)
                && parameter.getParameterType().isRecord()) {
            return Stream.of(parameter.getParameterType().getRecordComponents()).map(RecordComponent::getName);
        }
        if (parameter.getParameterType().equals(Question.class)) {
            return Stream.of(Question.SINCE);
        }
        RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
        if (annotation == null) {
            return Stream.empty();
        }
        return Stream.of(annotation.name().isEmpty() ? parameter.getParameter().getName() : annotation.name());
    }

    private static ProblemException unknown(List<String> unknown, Set<String> known) {
        String advice = known.isEmpty() ? "it takes none" : "it takes " + String.join(", ", known);
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                "unknown-parameter",
                "Unknown parameter",
                "this endpoint does not know the query parameter " + String.join(", ", unknown) + "; " + advice,
                unknown.stream()
                        .map(name -> Map.<String, Object>of("parameter", name, "message", "unknown; " + advice))
                        .toList());
    }
}
