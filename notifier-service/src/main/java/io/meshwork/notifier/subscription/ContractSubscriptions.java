package io.meshwork.notifier.subscription;

import io.meshwork.contract.model.Consumer;
import io.meshwork.contract.model.Owner;
import io.meshwork.messaging.Identity;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.news.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The subscriptions that follow from a contract: its owner and its consumers hear of the product, on the feed. */
public final class ContractSubscriptions {

    private static final int WORDS = 200;
    /** Of consumers; who has more uses a subscription to the feed of their own. */
    private static final int MOST = 100;

    private static final int LONGEST_WORDS = 40;
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

    private ContractSubscriptions() {}

    private record Party(String team, @Nullable String contact) {}

    public static List<Subscription> of(String productId, Owner owner, List<Consumer> consumers) {
        Map<String, Subscription> byTeam = new LinkedHashMap<>();
        parties(owner, consumers)
                .limit(MOST)
                .forEach(party -> byTeam.putIfAbsent(party.team(), subscription(productId, party)));
        return List.copyOf(byTeam.values());
    }

    /** Whoever is named only by a contact is no team that could pause it. */
    private static Stream<Party> parties(Owner owner, List<Consumer> consumers) {
        return Stream.concat(
                        Stream.ofNullable(owner.team()).map(team -> party(team, owner.contact())),
                        consumers.stream()
                                .flatMap(consumer -> Stream.ofNullable(consumer.team())
                                        .map(team -> party(team, consumer.contact()))))
                .filter(party -> !party.team().isEmpty());
    }

    private static Party party(String team, @Nullable String contact) {
        return new Party(Text.line(team, WORDS), contact == null ? null : Text.line(contact, WORDS));
    }

    private static Subscription subscription(String productId, Party party) {
        return new Subscription(
                id(productId, party.team()),
                party.team(),
                party.contact(),
                new Filter(Set.of(productId), Set.of(), Set.of(), Set.of(), Severity.INFO),
                Channel.FEED,
                null,
                true);
    }

    /** Readable, and by its end the only one of this product and team. */
    private static String id(String productId, String team) {
        var words =
                OTHER.matcher((productId + "-" + team).toLowerCase(Locale.ROOT)).replaceAll("-");
        var unique = Identity.of("contract", productId, team).toString().substring(24);
        return "contract-" + words.substring(0, Math.min(words.length(), LONGEST_WORDS)) + "-" + unique;
    }
}
