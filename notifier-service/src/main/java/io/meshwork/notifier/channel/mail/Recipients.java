package io.meshwork.notifier.channel.mail;

import io.meshwork.notifier.notification.Routes;
import io.meshwork.notifier.subscription.Channel;
import io.meshwork.notifier.subscription.EmailAddress;
import io.meshwork.notifier.subscription.Subscription;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may be mailed: addresses in domains that the operators name, so that nobody makes the mesh write to strangers. */
final class Recipients implements Routes {

    private static final String BELOW = "*.";

    private final boolean off;
    private final Set<String> domains;

    Recipients(MailSettings settings) {
        this.off = settings.isOff();
        this.domains = settings.allowedDomains().stream().map(Recipients::read).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<String> obstacle(Subscription subscription) {
        return subscription.channel() == Channel.EMAIL && subscription.target() != null
                ? obstacle(subscription.target())
                : Optional.empty();
    }

    /** Why nothing can be sent to the address, and what to do; empty when it can. */
    Optional<String> obstacle(String address) {
        if (off) {
            return Optional.of("no mail server is configured; set mesh.mail.host");
        }
        var domain = EmailAddress.of(address).map(EmailAddress::domain).orElse("");
        return isAllowed(domain)
                ? Optional.empty()
                : Optional.of(
                        "mail may not go to '" + domain + "'; operators add the domain to mesh.mail.allowed-domains"
                                + (domains.isEmpty() ? ", which is empty" : ""));
    }

    private boolean isAllowed(String domain) {
        if (domains.contains(domain)) {
            return true;
        }
        for (int dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', dot + 1)) {
            if (domains.contains(BELOW + domain.substring(dot + 1))) {
                return true;
            }
        }
        return false;
    }

    private static String read(String entry) {
        var below = entry.startsWith(BELOW) ? BELOW : "";
        return below
                + EmailAddress.domain(entry.substring(below.length()))
                        .orElseThrow(() -> new IllegalArgumentException("mesh.mail.allowed-domains: '" + entry
                                + "' is no domain; write example.com, or *.example.com for those below it"));
    }
}
