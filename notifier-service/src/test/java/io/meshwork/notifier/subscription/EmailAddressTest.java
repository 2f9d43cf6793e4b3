package io.meshwork.notifier.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.notifier.news.Severity;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EmailAddressTest {

    @Test
    void readsPlainAddresses() {
        for (var address :
                List.of("a@example.com", "first.last+tag@sub.example.com", "o'neill_x@example.co", "a@localhost")) {
            assertThat(EmailAddress.of(address)).hasToString("Optional[" + address + "]");
        }
    }

    @Test
    void readsInternationalDomainsAsTheyStandInDns() {
        assertThat(EmailAddress.of("info@Bücher.Example")).hasToString("Optional[info@xn--bcher-kva.example]");
        assertThat(EmailAddress.of("info@例え.テスト")).hasToString("Optional[info@xn--r8jz45g.xn--zckzah]");
        assertThat(EmailAddress.of("info@xn--bcher-kva.example")).isPresent();
        assertThat(EmailAddress.of("info@straße.example")).as("two owners").isEmpty();
    }

    @Test
    void refusesWhatAServerOrAHeaderCouldReadOtherwise() {
        for (var address : List.of(
                "",
                "@",
                "a",
                "a@",
                "@example.com",
                "a@b@example.com",
                "a b@example.com",
                "a@example.com\r\nBcc: eve@evil.example",
                "a@example.com\u0000",
                "a\n@example.com",
                "Ann <a@example.com>",
                "a@example.com,b@example.com",
                "a@example.com>",
                "\"a b\"@example.com",
                "a(x)@example.com",
                ".a@example.com",
                "a.@example.com",
                "a..b@example.com",
                "ä@example.com",
                "a@[127.0.0.1]",
                "a@127.0.0.1",
                "a@example..com",
                "a@-example.com",
                "a@example.com.",
                "a@exa_mple.com",
                "x".repeat(65) + "@example.com",
                "a@" + "x".repeat(64) + ".com",
                "a@" + "ab.".repeat(100) + "com",
                "a".repeat(1_000_000))) {
            assertThat(EmailAddress.of(address))
                    .as(address.substring(0, Math.min(80, address.length())))
                    .isEmpty();
        }
    }

    @Test
    void aSubscriptionNamesItsAddressInOneSpelling() {
        assertThat(mailing("Info@Bücher.Example").target()).isEqualTo("Info@xn--bcher-kva.example");
        assertThat(SubscriptionRules.faults(mailing("Info@Bücher.Example"))).isEmpty();
    }

    @Test
    void aSubscriptionByMailNeedsAnAddress() {
        assertThat(SubscriptionRules.faults(mailing(null)))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("team@example.com"));
        assertThat(SubscriptionRules.faults(mailing("a@example.com\r\nBcc: b@example.com")))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.pointer()).isEqualTo("/target");
                    assertThat(fault.message()).doesNotContain("\r", "\n").contains("is no plain address");
                });
    }

    private static Subscription mailing(@Nullable String target) {
        var filter = new Filter(Set.of(), Set.of(), Set.of(), Set.of(), Severity.INFO);
        return new Subscription("mail", "sales", null, filter, Channel.EMAIL, target, true);
    }
}
