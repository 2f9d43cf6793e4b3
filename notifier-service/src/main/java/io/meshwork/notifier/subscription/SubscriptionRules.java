package io.meshwork.notifier.subscription;

import io.meshwork.notifier.news.Text;
import io.meshwork.notifier.schedule.Schedule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** What can be wrong with a subscription whatever there is in the mesh. */
public final class SubscriptionRules {

    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,63}");
    private static final Pattern PRODUCTS = Pattern.compile("[a-z0-9.*-]{1,127}");
    private static final int ENTRIES = 100;
    private static final int SHOWN = 200;

    private SubscriptionRules() {}

    /** Everything that is wrong; empty when every channel can read it. */
    public static List<SubscriptionFault> faults(Subscription wanted) {
        var faults = new ArrayList<SubscriptionFault>();
        if (!isId(wanted.id())) {
            faults.add(new SubscriptionFault(
                    "/id",
                    "'" + shown(wanted.id()) + "' is no id; write 1 to 63 lower-case letters, digits and hyphens"));
        }
        if (wanted.subscriber().isBlank()) {
            faults.add(new SubscriptionFault("/subscriber", "name the team that subscribes"));
        }
        if (wanted.channel() == Channel.EMAIL) {
            checkAddress(wanted, faults);
        } else if (wanted.target() != null && !isId(wanted.target())) {
            faults.add(new SubscriptionFault(
                    "/target",
                    "'" + shown(wanted.target()) + "' is no target; write 1 to 63 lower-case letters, digits and"
                            + " hyphens. For Slack it is a name under mesh.slack.webhooks, for a webhook the id of an"
                            + " endpoint"));
        }
        if (wanted.channel() == Channel.WEBHOOK && wanted.target() == null && wanted.active()) {
            faults.add(new SubscriptionFault("/target", "name the webhook endpoint (mesh webhook list)"));
        }
        if (wanted.channel() == Channel.FEED && !wanted.schedule().equals(Schedule.AT_ONCE)) {
            faults.add(new SubscriptionFault(
                    "/schedule",
                    "the feed tells at once and whoever reads it chooses when; leave the schedule out, or choose another"
                            + " channel"));
        }
        if (wanted.topic() != null && wanted.channel() != Channel.FEED) {
            faults.add(new SubscriptionFault(
                    "/topic", "a topic of one's own is of the channel feed; leave it out, or choose that channel"));
        }
        faults.addAll(faults(wanted.filter()));
        return faults;
    }

    /** Everything that is wrong with what somebody asks for. */
    static List<SubscriptionFault> faults(Filter filter) {
        var faults = new ArrayList<SubscriptionFault>();
        checkSize("/products", filter.products(), faults);
        checkSize("/domains", filter.domains(), faults);
        checkSize("/tags", filter.tags(), faults);
        checkSize("/eventTypes", filter.eventTypes(), faults);
        checkSize("/changedFields", filter.changedFields(), faults);
        if (filter.expression() != null) {
            faults.addAll(FilterExpressions.faults(filter.expression()));
        }
        filter.products().stream()
                .filter(pattern -> !PRODUCTS.matcher(pattern).matches())
                .sorted()
                .forEach(pattern -> faults.add(new SubscriptionFault(
                        "/products",
                        "'" + shown(pattern) + "' can match no product id; write domain.name with * as wildcard")));
        filter.domains().stream()
                .filter(domain -> !isId(domain))
                .sorted()
                .forEach(domain -> faults.add(new SubscriptionFault(
                        "/domains",
                        "'" + shown(domain) + "' can be no domain; name it as in the catalog, such as cart")));
        return faults;
    }

    private static void checkAddress(Subscription wanted, List<SubscriptionFault> faults) {
        if (wanted.target() == null) {
            if (wanted.active()) {
                faults.add(new SubscriptionFault("/target", "name the address, such as team@example.com"));
            }
        } else if (EmailAddress.of(wanted.target()).isEmpty()) {
            faults.add(new SubscriptionFault(
                    "/target",
                    "'" + shown(wanted.target())
                            + "' is no plain address; write it as team@example.com, without a name,"
                            + " quotes or comments; a domain with ß, ς or joiners in its xn-- form"));
        }
    }

    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private static void checkSize(String pointer, Collection<String> entries, List<SubscriptionFault> faults) {
        if (entries.size() > ENTRIES) {
            faults.add(new SubscriptionFault(
                    pointer, "at most " + ENTRIES + " entries; use * as wildcard, or several subscriptions"));
        }
        if (entries.contains("")) {
            faults.add(new SubscriptionFault(pointer, "an entry is empty; leave it out"));
        }
    }

    private static String shown(String text) {
        return Text.line(text, SHOWN);
    }
}
