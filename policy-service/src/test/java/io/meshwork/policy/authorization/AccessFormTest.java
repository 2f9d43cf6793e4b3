package io.meshwork.policy.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.security.DomainAuthorizer;
import io.meshwork.policy.access.Principal;
import io.meshwork.policy.authorization.AccessForm.Asked;
import io.meshwork.policy.authorization.AccessForm.Reading;
import io.meshwork.policy.authorization.AccessForm.Reading.Denied;
import io.meshwork.policy.authorization.AccessForm.Reading.Invalid;
import io.meshwork.policy.authorization.AccessForm.Reading.Valid;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** For which team access is asked. */
class AccessFormTest {

    private static final Caller SAM = new Caller.Verified("sam", Set.of("sales"), Set.of());
    private static final Caller BOTH = new Caller.Verified("bo", Set.of("sales", "media"), Set.of());
    private static final Caller ALL = new Caller.Verified("al", Set.of("*"), Set.of());
    private static final Caller OWNER = new Caller.Verified("carl", Set.of("cart"), Set.of());

    private final AccessForm form = new AccessForm(new DomainAuthorizer());

    @Test
    void isTheDomainThatThePrincipalActsForWhenThatIsOne() {
        assertThat(team(form.read(SAM, asked(null, null)))).isEqualTo("sales");
        assertThat(team(form.read(BOTH, asked(null, null)))).isNull();
        assertThat(team(form.read(ALL, asked(null, null)))).isNull();
        var ada = new Principal("ada", Set.of(), Set.of("media"), Set.of());
        assertThat(team(form.read(OWNER, asked(ada, null)))).isEqualTo("media");
    }

    @Test
    void isNamedByThoseWhoActForItOrMayAskForOthers() {
        assertThat(team(form.read(BOTH, asked(null, " media ")))).isEqualTo("media");
        assertThat(team(form.read(OWNER, asked(null, "sales")))).isEqualTo("sales");
        assertThat(form.read(SAM, asked(null, "media")))
                .isInstanceOfSatisfying(
                        Denied.class,
                        denied -> assertThat(denied.reason()).startsWith("team: 'sam' may not subscribe"));
        assertThat(form.read(SAM, asked(null, " "))).isInstanceOf(Invalid.class);
    }

    private static @Nullable String team(Reading reading) {
        assertThat(reading).isInstanceOf(Valid.class);
        return ((Valid) reading).question().team();
    }

    private static Asked asked(@Nullable Principal principal, @Nullable String team) {
        return new Asked("cart.carts", principal, "reporting", null, null, team);
    }
}
