package io.meshwork.notifier.announcement.kafka;

import io.meshwork.contract.model.Consumer;
import io.meshwork.contract.model.Owner;
import io.meshwork.contract.read.DataProductJson;
import io.meshwork.events.ProductPublished;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.Event;
import io.meshwork.notifier.NotifierSettings;
import io.meshwork.notifier.announcement.ContractParties;
import io.meshwork.notifier.announcement.ContractParties.Named;
import io.meshwork.notifier.product.ProductVersion;
import io.meshwork.notifier.subscription.ContractSubscriptions;
import io.meshwork.notifier.subscription.Party;
import io.meshwork.notifier.subscription.Stored;
import io.meshwork.notifier.subscription.Subscription;
import io.meshwork.notifier.subscription.kafka.SubscriptionRecords;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Subscribes whom contracts name, when the operator wants it. */
@Component
class ContractNews {

    private static final Logger log = LoggerFactory.getLogger(ContractNews.class);

    private final ContractParties parties;
    private final boolean wanted;

    ContractNews(ContractParties parties, NotifierSettings settings) {
        this.parties = parties;
        this.wanted = settings.subscribeByContract();
    }

    void published(Batch<ProductPublished> batch) {
        if (!wanted) {
            return;
        }
        Map<String, Event<ProductPublished>> causes = new HashMap<>();
        batch.events().forEach(event -> causes.put(event.key(), event));
        var contracts = batch.events().stream()
                .map(Event::require)
                .map(value -> new Named(new ProductVersion(value.getProductId(), value.getVersion()), named(value)))
                .toList();
        announce(batch, causes, parties.published(contracts));
    }

    void gone(Batch<?> batch, List<? extends Event<?>> tombstones) {
        Map<String, Event<?>> causes = new HashMap<>();
        Map<String, Instant> products = new HashMap<>();
        tombstones.forEach(event -> {
            causes.put(event.key(), event);
            products.put(event.key(), event.time());
        });
        announce(batch, causes, parties.gone(products));
    }

    /** Each belongs to one product, by which its cause is found. */
    private static void announce(Batch<?> batch, Map<String, ? extends Event<?>> causes, List<Stored> changed) {
        for (var stored : changed) {
            var product = Party.of(stored.subscription()).productId();
            var cause = causes.get(product);
            if (cause == null) {
                throw new IllegalStateException("no contract of " + product + " was read");
            }
            SubscriptionRecords.emitChanged(batch, cause.cause(), stored);
        }
    }

    private static List<Subscription> named(ProductPublished value) {
        var owner = new Owner(value.getOwnerTeam(), value.getOwnerContact());
        return ContractSubscriptions.of(value.getProductId(), owner, consumers(value));
    }

    /** One contract that cannot be read must not keep the news of its product. */
    private static List<Consumer> consumers(ProductPublished value) {
        try {
            return DataProductJson.read(value.getContract()).consumers();
        } catch (JacksonException e) {
            log.atError()
                    .addKeyValue("productId", value.getProductId())
                    .setCause(e)
                    .log("A contract cannot be read; its consumers are not subscribed by it");
            return List.of();
        }
    }
}
