package io.meshwork.notifier.channel.webhook.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.notifier.channel.webhook.guard.EndpointUrl.Reading.Readable;
import io.meshwork.notifier.channel.webhook.guard.EndpointUrl.Reading.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "https://hooks.example.com/in?token=a%20b",
                "HTTPS://Hooks.Example.com:8443/",
                "https://xn--bcher-kva.example/",
                "https://93.184.215.14/hook",
                "https://[2606:2800:220:1::1]:443/hook",
                "http://localhost:9000/hook"
            })
    void readsWhatCanBeReadInOneWayOnly(String text) {
        assertThat(EndpointUrl.read(text)).isInstanceOf(Readable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hooks.example.com/in",
                "//hooks.example.com/in",
                "ftp://example.com/",
                "file:///etc/passwd",
                "gopher://example.com/",
                "javascript:alert(1)",
                "https:example.com",
                "https://",
                "https:///path",
                "https://user@example.com/",
                "https://user:secret@example.com/",
                "https://example.com@127.0.0.1/",
                "https://127.0.0.1\\@example.com/",
                "https://example.com#@127.0.0.1/",
                "https://example.com/#part",
                "https://example.com:0/",
                "https://example.com:65536/",
                "https://example.com:443:80/",
                "https://example.com./",
                "https://127.0.0.1./",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0177.0.0.1/",
                "https://127.0.0.01/",
                "https://017700000001/",
                "https://127.1/",
                "https://127.0.1/",
                "https://256.1.1.1/",
                "https://1.2.3.4.5/",
                "https://127.0.0.0x1/",
                "https://[fe80::1%25eth0]/",
                "https://[fe80::1%eth0]/",
                "https://[::1/",
                "https://[127.0.0.1]/",
                "https://exa mple.com/",
                " https://example.com/",
                "https://example.com/\n",
                "https://example.com/\r\nHost: other",
                "https://bücher.example/",
                "https://\uff11\uff12\uff17.0.0.1/",
                "https://①②⑦.0.0.1/",
                "https://example\u3002com/",
                "https://example.com/ü",
                "https://%31%32%37.0.0.1/",
                "https://127.0.0.1%2f.example.com/",
                "https://-example.com/",
                "https://exa_mple.com/",
                "https://example..com/",
                "https://.example.com/"
            })
    void refusesWhatAnotherReaderCouldReadDifferently(String text) {
        assertThat(EndpointUrl.read(text)).isInstanceOf(Unreadable.class);
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(EndpointUrl.read("https://example.com/" + "a".repeat(2_029))).isInstanceOf(Unreadable.class);
        assertThat(EndpointUrl.read("https://" + "a.".repeat(130) + "com/")).isInstanceOf(Unreadable.class);
    }

    @Test
    void doesNotRepeatTheAddressWhichMayHoldASecret() {
        assertThat(EndpointUrl.read("https://user:hush@example.com/hush"))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        refused -> assertThat(refused.reason())
                                .contains("must not hold a user")
                                .doesNotContain("hush"));
        assertThat(EndpointUrl.read("https://example.com/hush^"))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        refused -> assertThat(refused.reason()).doesNotContain("hush"));
    }
}
