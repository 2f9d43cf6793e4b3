package io.meshwork.quality.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.messaging.security.Authorizer;
import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.security.DomainAuthorizer;
import io.meshwork.quality.sample.FailedRows;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeenSamplesTest {

    private static final List<FailedRows> ROWS =
            List.of(new FailedRows("required:id", "orders", List.of("id"), List.of(List.of("1"))));
    private static final Authorizer AUTHORIZER = new DomainAuthorizer();

    /** Run 7 has samples. */
    private static final SeenSamples SAMPLES =
            new SeenSamples(only(Profiles.class, Optional.of(ROWS)), only(Runs.class, Optional.empty()), AUTHORIZER);

    @SuppressWarnings("unchecked")
    private static <T> T only(Class<T> type, Object answer) {
        return (T) Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer);
    }

    private static Caller of(String... domains) {
        return new Caller.Verified("ada", Set.of(domains), Set.of());
    }

    @Test
    void showsRowsToTheProductsDomain() {
        assertThat(SAMPLES.see(of("shop"), "shop.orders", 7L)).isEqualTo(new SeenSamples.Samples(7, ROWS));
    }

    @Test
    void showsNothingToOthers() {
        assertThat(SAMPLES.see(of("cart"), "shop.orders", 7L)).isInstanceOf(SeenSamples.NotAllowed.class);
        assertThat(SAMPLES.see(new Caller.Unproven("eve", "no token"), "shop.orders", 7L))
                .isInstanceOf(SeenSamples.NotAllowed.class);
    }

    @Test
    void hasNothingOfAProductThatNeverRan() {
        assertThat(SAMPLES.see(of("shop"), "shop.orders", null)).isInstanceOf(SeenSamples.Nothing.class);
    }
}
