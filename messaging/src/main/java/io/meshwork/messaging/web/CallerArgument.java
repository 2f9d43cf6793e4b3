package io.meshwork.messaging.web;

import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.security.Callers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives controller methods the {@link Caller} that the bearer token proves: alone, with the token ({@link Credentials}), or also
 * with the key that makes a repeated request the same one ({@link Asker}). How long they wait comes alone as {@link OutcomeWait}. Whoever asks what
 * became of a request asks a {@link Question}.
 */
public final class CallerArgument implements HandlerMethodArgumentResolver {

    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    public static final Set<Class<?>> TYPES =
            Set.of(Caller.class, Credentials.class, Asker.class, Question.class, OutcomeWait.class);

    private static final int LONGEST_KEY = 255;

    private final Callers callers;

    public CallerArgument(Callers callers) {
        this.callers = callers;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return TYPES.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest http = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        if (parameter.getParameterType().equals(Question.class)) {
            return Question.of(http, patience(request, http), parameter);
        }
        if (parameter.getParameterType().equals(OutcomeWait.class)) {
            return patience(request, http);
        }
        String token = BearerToken.of(request.getHeader(HttpHeaders.AUTHORIZATION));
        Caller caller = callers.of(token);
        if (parameter.getParameterType().equals(Asker.class)) {
            return new Asker(caller, token, checked(request.getHeader(IDEMPOTENCY_KEY)), patience(request, http));
        }
        return parameter.getParameterType().equals(Credentials.class) ? new Credentials(caller, token) : caller;
    }

    private static OutcomeWait patience(NativeWebRequest request, HttpServletRequest http) {
        boolean looking = http.getMethod().equals("GET") || http.getMethod().equals("HEAD");
        return OutcomeWait.of(request.getHeaderValues(OutcomeWait.PREFER), looking);
    }

    private static @Nullable String checked(@Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "idempotency-key.invalid",
                    "Idempotency-Key not usable",
                    "An Idempotency-Key has 1 to " + LONGEST_KEY + " characters; a UUID will do.",
                    List.of());
        }
        return key;
    }
}
