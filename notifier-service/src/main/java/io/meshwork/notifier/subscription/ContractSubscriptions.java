package io.meshwork.notifier.subscription;

import io.meshwork.contract.model.Consumer;
import io.meshwork.contract.model.Owner;
import io.meshwork.notifier.news.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The subscriptions that follow from a contract: its owner and its consumers hear of the product, on the feed. */
public final class ContractSubscriptions {

    private static final int WORDS = 200;
    /** Of consumers; who has more uses a subscription to the feed of their own. */
    private static final int MOST = 100;

    private ContractSubscriptions() {}

    private record Named(String team, @Nullable String contact) {}

    public static List<Subscription> of(String productId, Owner owner, List<Consumer> consumers) {
        Map<String, Subscription> byTeam = new LinkedHashMap<>();
        parties(owner, consumers)
                .limit(MOST)
                .forEach(named -> byTeam.putIfAbsent(
                        named.team(), new Party(productId, named.team()).subscription(named.contact())));
        return List.copyOf(byTeam.values());
    }

    /** Whoever is named only by a contact is no team that could pause it. */
    private static Stream<Named> parties(Owner owner, List<Consumer> consumers) {
        return Stream.concat(
                        Stream.ofNullable(owner.team()).map(team -> named(team, owner.contact())),
                        consumers.stream()
                                .flatMap(consumer -> Stream.ofNullable(consumer.team())
                                        .map(team -> named(team, consumer.contact()))))
                .filter(named -> !named.team().isEmpty());
    }

    private static Named named(String team, @Nullable String contact) {
        return new Named(Text.line(team, WORDS), contact == null ? null : Text.line(contact, WORDS));
    }
}
