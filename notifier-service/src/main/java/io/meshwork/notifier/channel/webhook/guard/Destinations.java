package io.meshwork.notifier.channel.webhook.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where requests may go. All addresses of a host are checked, and the caller connects to one of exactly these: whoever resolves the host
 * a second time may be told something else (DNS rebinding).
 *
 * @param allowed networks to which requests may go although they are not public, also unencrypted and to any port
 * @param ports of all other destinations
 * @param own tells addresses of this machine
 */
public record Destinations(Resolver resolver, List<Network> allowed, Set<Integer> ports, Predicate<InetAddress> own) {

    public Destinations {
        allowed = List.copyOf(allowed);
        ports = Set.copyOf(ports);
    }

    /** Whether a request may be sent. */
    public sealed interface Decision {

        /** @param addresses at least one */
        record Open(List<InetAddress> addresses) implements Decision {}

        /** @param reason for people; names no address, since inside names may lead to addresses that are nobody's business */
        record Closed(String reason) implements Decision {}
    }

    public Decision decide(EndpointUrl url) {
        try {
            var addresses = url.isLiteral() ? List.of(InetAddress.ofLiteral(url.host())) : resolver.resolve(url.host());
            return addresses.stream()
                    .flatMap(address -> obstacle(url, address).stream())
                    .findFirst()
                    .<Decision>map(Decision.Closed::new)
                    .orElseGet(() -> new Decision.Open(addresses));
        } catch (UnknownHostException e) {
            return new Decision.Closed("the host cannot be resolved: " + e.getMessage());
        }
    }

    private Optional<String> obstacle(EndpointUrl url, InetAddress address) {
        if (allowed.stream().anyMatch(network -> network.contains(address))) {
            return Optional.empty();
        }
        var reserved = Reserved.kind(address).or(() -> own.test(address) ? Optional.of("our own") : Optional.empty());
        if (reserved.isPresent()) {
            return Optional.of(
                    "the host has " + reserved.get() + " address, to which no requests are sent; operators allow"
                            + " such networks with mesh.webhooks.allowed-networks");
        }
        if (!url.isEncrypted()) {
            return Optional.of("the address must begin with https://");
        }
        return ports.contains(url.port())
                ? Optional.empty()
                : Optional.of("requests are not sent to port " + url.port() + "; use one of "
                        + ports.stream().sorted().toList());
    }
}
