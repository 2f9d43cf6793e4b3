package io.meshwork.notifier.subscription;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address of RFC 5321 in its plainest form, which no server and no header reads as anything else: no quoted names, no comments, no
 * literal IP addresses.
 *
 * @param domain in lower case, as it stands in DNS: {@code xn--bcher-kva.example}
 */
public record EmailAddress(String name, String domain) {

    private static final int LONGEST = 254;
    private static final int LONGEST_NAME = 64;
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    /** Older and newer rules for international domains lead these to different owners. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[\\u00DF\\u1E9E\\u03C2\\u200C\\u200D]");

    /** Empty when the text is none. */
    public static Optional<EmailAddress> of(String text) {
        int at = text.indexOf('@');
        if (at < 1
                || at > LONGEST_NAME
                || text.length() > LONGEST
                || !NAME.matcher(text.substring(0, at)).matches()) {
            return Optional.empty();
        }
        return domain(text.substring(at + 1))
                .map(domain -> new EmailAddress(text.substring(0, at), domain))
                .filter(address -> address.toString().length() <= LONGEST);
    }

    /** A domain as it stands in DNS; empty when the text is none. */
    public static Optional<String> domain(String text) {
        if (text.length() > LONGEST || AMBIGUOUS.matcher(text).find()) {
            return Optional.empty();
        }
        return ascii(text).filter(domain -> DOMAIN.matcher(domain).matches() && !isAddress(domain));
    }

    @SuppressWarnings("UnusedException")
    private static Optional<String> ascii(String text) {
        try {
            return Optional.of(IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isAddress(String domain) {
        return domain.substring(domain.lastIndexOf('.') + 1).chars().allMatch(Character::isDigit);
    }

    @Override
    public String toString() {
        return name + "@" + domain;
    }
}
