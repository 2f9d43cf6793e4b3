package io.meshwork.notifier.channel.webhook.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.notifier.channel.webhook.guard.Destinations.Decision.Closed;
import io.meshwork.notifier.channel.webhook.guard.Destinations.Decision.Open;
import io.meshwork.notifier.channel.webhook.guard.EndpointUrl.Reading.Readable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationsTest {

    private static final String PUBLIC = "93.184.215.14";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "::a00:1",
                "::ffff:0:10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::5db8:d70e",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:20::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:a00:1::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "ff0e::1",
                "4000::1"
            })
    void sendsNothingToWhatIsNotPublic(String address) {
        assertThat(decide("https://hooks.example.com/", address)).isInstanceOf(Closed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PUBLIC,
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "169.253.255.255",
                "192.167.255.255",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:2800:220:1::1",
                "2a00:1450:4001::200e"
            })
    void sendsToThePublicInternet(String address) {
        assertThat(decide("https://hooks.example.com/", address)).isEqualTo(new Open(List.of(ip(address))));
    }

    @Test
    void oneAddressThatIsNotPublicIsEnoughToSendNothing() {
        assertThat(decide("https://hooks.example.com/", PUBLIC, "10.0.0.1")).isInstanceOf(Closed.class);
    }

    @Test
    void looksTheHostUpOnce() {
        var looks = new AtomicInteger();
        Resolver rebinding = host -> List.of(ip(looks.incrementAndGet() == 1 ? PUBLIC : "127.0.0.1"));

        var decision = new Destinations(rebinding, List.of(), Set.of(443), _ -> false).decide(url("https://re.bind/"));

        assertThat(decision).isEqualTo(new Open(List.of(ip(PUBLIC))));
        assertThat(looks).hasValue(1);
    }

    @Test
    void looksAtLiteralsWithoutAskingAnybody() {
        Resolver nobody = host -> {
            throw new UnknownHostException("asked for " + host);
        };
        var destinations = new Destinations(nobody, List.of(), Set.of(443), _ -> false);

        assertThat(destinations.decide(url("https://" + PUBLIC + "/"))).isInstanceOf(Open.class);
        assertThat(destinations.decide(url("https://169.254.169.254/latest/"))).isInstanceOf(Closed.class);
        assertThat(destinations.decide(url("https://[::1]/"))).isInstanceOf(Closed.class);
        assertThat(destinations.decide(url("https://[::ffff:7f00:1]/"))).isInstanceOf(Closed.class);
    }

    @Test
    void sendsNothingToThisMachineUnderAPublicAddress() {
        var destinations = new Destinations(_ -> List.of(ip(PUBLIC)), List.of(), Set.of(443), ip(PUBLIC)::equals);

        assertThat(destinations.decide(url("https://hooks.example.com/")))
                .isInstanceOfSatisfying(
                        Closed.class, closed -> assertThat(closed.reason()).contains("our own"));
    }

    @Test
    void saysHowOperatorsAllowANetworkAndNotWhichAddressItIs() {
        assertThat(decide("https://inside.example.com/", "10.1.2.3"))
                .isInstanceOfSatisfying(
                        Closed.class,
                        closed -> assertThat(closed.reason())
                                .contains("private", "mesh.webhooks.allowed-networks")
                                .doesNotContain("10.1.2.3"));
    }

    @Test
    void sendsUnencryptedAndToAnyPortWithinAllowedNetworksOnly() {
        var destinations = new Destinations(
                host -> List.of(ip(host.startsWith("in") ? "10.1.2.3" : PUBLIC)),
                List.of(Network.of("10.1.0.0/16")),
                Set.of(443),
                _ -> false);

        assertThat(destinations.decide(url("http://inside.example.com:9000/"))).isInstanceOf(Open.class);
        assertThat(destinations.decide(url("http://public.example.com/"))).isInstanceOf(Closed.class);
        assertThat(destinations.decide(url("https://public.example.com:9000/"))).isInstanceOf(Closed.class);
        assertThat(destinations.decide(url("https://public.example.com/"))).isInstanceOf(Open.class);
    }

    @Test
    void saysWhyAHostIsNotFound() {
        Resolver unknown = host -> {
            throw new UnknownHostException("there is no such host");
        };

        assertThat(new Destinations(unknown, List.of(), Set.of(443), _ -> false).decide(url("https://no.example/")))
                .isEqualTo(new Closed("the host cannot be resolved: there is no such host"));
    }

    @Test
    void asksAgainEachTimeSoThatAHostIsSentToWhenNameServersAreBack() {
        var down = new AtomicBoolean(true);
        Resolver recovering = host -> {
            if (down.get()) {
                throw new UnknownHostException("the name servers did not answer within 3000 ms");
            }
            return List.of(ip(PUBLIC));
        };
        var destinations = new Destinations(recovering, List.of(), Set.of(443), _ -> false);
        assertThat(destinations.decide(url("https://hooks.example/"))).isInstanceOf(Closed.class);

        down.set(false);

        assertThat(destinations.decide(url("https://hooks.example/"))).isEqualTo(new Open(List.of(ip(PUBLIC))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "host/8", "", "10.0.0.0/x", "::/129"})
    void refusesWhatIsNoNetwork(String text) {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Network.of(text)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Destinations.Decision decide(String url, String... addresses) {
        var found = Arrays.stream(addresses).map(DestinationsTest::ip).toList();
        return new Destinations(_ -> found, List.of(), Set.of(443), _ -> false).decide(url(url));
    }

    private static EndpointUrl url(String text) {
        return ((Readable) EndpointUrl.read(text)).url();
    }

    private static InetAddress ip(String literal) {
        return InetAddress.ofLiteral(literal);
    }
}
