package io.meshwork.notifier.channel.webhook.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.security.DomainAuthorizer;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WebhookCallersTest {

    private final WebhookCallers callers = new WebhookCallers(new DomainAuthorizer());

    @Test
    void aTeamSeesAndChangesItsOwnOnly() {
        var ada = new Caller.Verified("ada", Set.of("cart"), Set.of());

        assertThat(callers.changing(ada).apply("cart")).isNull();
        assertThat(callers.seeing(ada).apply("cart")).isNull();
        assertThat(callers.changing(ada).apply("sales")).contains("'ada' may not subscribe in domain 'sales'");
        assertThat(callers.seeing(ada).apply("sales")).isNotNull();
    }

    @Test
    void opsSeeAllAndChangeNone() {
        var olga = new Caller.Verified("olga", Set.of(), Set.of("ops"));

        assertThat(callers.seeing(olga).apply("cart")).isNull();
        assertThat(callers.changing(olga).apply("cart")).isNotNull();
    }

    @Test
    void whoIsNotProvenSeesNothing() {
        var nobody = new Caller.Unproven("nobody", "bring a token");

        assertThat(callers.seeing(nobody).apply("cart")).isEqualTo("bring a token");
    }
}
