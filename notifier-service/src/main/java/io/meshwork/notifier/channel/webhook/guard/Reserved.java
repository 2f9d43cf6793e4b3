package io.meshwork.notifier.channel.webhook.guard;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Addresses that are not of the public internet, by the special-purpose registries of IANA (RFC 6890). Of IPv6 only global unicast is
 * public, without what tunnels to IPv4; so mapped, compatible and translated IPv4 addresses are reserved, whatever they lead to.
 */
final class Reserved {

    private static final Network GLOBAL_UNICAST = Network.of("2000::/3");

    private record Range(Network network, String what) {

        static Range of(String network, String what) {
            return new Range(Network.of(network), what);
        }
    }

    private static final List<Range> RANGES = List.of(
            Range.of("0.0.0.0/8", "an unspecified"),
            Range.of("10.0.0.0/8", "a private"),
            Range.of("100.64.0.0/10", "a carrier's private"),
            Range.of("127.0.0.0/8", "a loopback"),
            Range.of("169.254.0.0/16", "a link-local"),
            Range.of("172.16.0.0/12", "a private"),
            Range.of("192.0.0.0/24", "a protocol's"),
            Range.of("192.0.2.0/24", "a documentation"),
            Range.of("192.88.99.0/24", "a tunnel's"),
            Range.of("192.168.0.0/16", "a private"),
            Range.of("198.18.0.0/15", "a benchmark's"),
            Range.of("198.51.100.0/24", "a documentation"),
            Range.of("203.0.113.0/24", "a documentation"),
            Range.of("224.0.0.0/4", "a multicast"),
            Range.of("240.0.0.0/4", "a reserved"),
            Range.of("2001::/23", "a protocol's or tunnel's"),
            Range.of("2001:db8::/32", "a documentation"),
            Range.of("2002::/16", "a tunnel's"),
            Range.of("3fff::/20", "a documentation"));

    private Reserved() {}

    /** What kind of address it is, as words before "address"; empty for one of the public internet. */
    static Optional<String> kind(InetAddress address) {
        if (address instanceof Inet6Address && !GLOBAL_UNICAST.contains(address)) {
            return Optional.of("no public");
        }
        return RANGES.stream()
                .filter(range -> range.network().contains(address))
                .map(Range::what)
                .findFirst();
    }
}
