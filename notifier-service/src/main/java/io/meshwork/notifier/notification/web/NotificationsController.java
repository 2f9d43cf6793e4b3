package io.meshwork.notifier.notification.web;

import io.meshwork.messaging.security.Action;
import io.meshwork.messaging.security.Authorizer;
import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.web.ProblemException;
import io.meshwork.notifier.notification.Notifications;
import io.meshwork.notifier.notification.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Notifications")
class NotificationsController {

    static final String PATH = "/api/v1/notifications";

    private final Notifications notifications;
    private final Authorizer authorizer;

    NotificationsController(Notifications notifications, Authorizer authorizer) {
        this.notifications = notifications;
        this.authorizer = authorizer;
    }

    @GetMapping(PATH)
    @Operation(summary = "Notifications decided so far, newest first")
    NotificationPage list(
            @Parameter(hidden = true) Caller caller,
            @ParameterObject @ModelAttribute NotificationFilters filters,
            @Parameter(description = "As next of the page before says")
                    @RequestParam(defaultValue = "9223372036854775807")
                    @Min(1)
                    long after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        authorize(caller);
        return NotificationPage.of(notifications.page(new Query(filters.wanted(), after, limit + 1)), limit, filters);
    }

    private void authorize(Caller caller) {
        if (authorizer.decide(caller, Action.OPERATE, "*") instanceof Authorizer.Decision.Denied(var reason)) {
            throw new ProblemException(HttpStatus.FORBIDDEN, "forbidden", "Not allowed", reason, List.of());
        }
    }
}
