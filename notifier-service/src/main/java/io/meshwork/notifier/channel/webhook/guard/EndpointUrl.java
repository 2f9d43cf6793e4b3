package io.meshwork.notifier.channel.webhook.guard;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An address of which no two readers can think differently. */
public record EndpointUrl(URI uri) {

    public static final int LONGEST = 2_048;

    private static final int LONGEST_HOST = 253;
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    private static final Pattern PRINTABLE = Pattern.compile("[!-~]+");
    private static final Pattern LABELS = Pattern.compile(
            "(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.)*[a-zA-Z](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?");
    private static final String BYTE = "(?:0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");

    /** What a text is. */
    public sealed interface Reading {

        record Readable(EndpointUrl url) implements Reading {}

        /** @param reason what is wrong and how to mend it, without the address, which may hold a secret */
        record Unreadable(String reason) implements Reading {}
    }

    public static Reading read(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return new Reading.Unreadable("an address has 1 to " + LONGEST + " characters");
        }
        if (!PRINTABLE.matcher(text).matches()) {
            return new Reading.Unreadable("an address has printable ASCII characters only; write international names in"
                    + " their xn-- form, and percent-encode what else is needed");
        }
        try {
            var uri = new URI(text);
            var fault = fault(uri);
            return fault == null ? new Reading.Readable(new EndpointUrl(uri)) : new Reading.Unreadable(fault);
        } catch (URISyntaxException e) {
            return new Reading.Unreadable("this is no address (" + e.getReason() + "); write https://host/path");
        }
    }

    private static @Nullable String fault(URI uri) {
        if (!"https".equalsIgnoreCase(uri.getScheme()) && !"http".equalsIgnoreCase(uri.getScheme())) {
            return "the address must begin with https://";
        }
        if (uri.getRawUserInfo() != null
                || (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@"))) {
            return "the address must not hold a user or password; requests are signed instead";
        }
        if (uri.getRawFragment() != null) {
            return "the address must not have a fragment (#...), which no server receives";
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            return "the address has a port that does not exist";
        }
        return hostFault(uri.getHost());
    }

    private static @Nullable String hostFault(@Nullable String host) {
        if (host == null || host.length() > LONGEST_HOST) {
            return "the address names no host; write a DNS name, or an IPv4 address as four decimal numbers";
        }
        if (host.startsWith("[")) {
            return host.contains("%") ? "the address must not name an interface (%...)" : null;
        }
        if (host.endsWith(".")) {
            return "the host must not end with a dot";
        }
        return IPV4.matcher(host).matches() || LABELS.matcher(host).matches()
                ? null
                : "the host is neither a DNS name nor an IPv4 address of four decimal numbers without leading zeros";
    }

    /** As a name or a literal, without the brackets of IPv6. */
    public String host() {
        var host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    boolean isLiteral() {
        return uri.getHost().startsWith("[") || IPV4.matcher(uri.getHost()).matches();
    }

    public boolean isEncrypted() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    public int port() {
        return uri.getPort() >= 0 ? uri.getPort() : isEncrypted() ? HTTPS_PORT : HTTP_PORT;
    }
}
