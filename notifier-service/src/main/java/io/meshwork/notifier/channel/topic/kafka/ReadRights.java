package io.meshwork.notifier.channel.topic.kafka;

import static io.meshwork.notifier.channel.topic.kafka.KafkaTopics.await;

import io.meshwork.notifier.channel.topic.Rights;
import io.meshwork.notifier.channel.topic.TopicBroker.Answer.Done;
import io.meshwork.notifier.channel.topic.TopicNames;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SecurityDisabledException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/** Who may read the topic of a subscription, by the broker's ACLs: its one reader, and nobody who was that before. */
record ReadRights(Admin admin, TopicNames names) {

    private static final String ANY_HOST = "*";
    /** What reading takes; what somebody is denied is for the operators alone. */
    private static final AccessControlEntryFilter READING =
            new AccessControlEntryFilter(null, null, AclOperation.READ, AclPermissionType.ALLOW);

    Done grant(String subscriptionId, @Nullable String reader) throws ExecutionException {
        try {
            agree(subscriptionId, reader);
            return new Done(reader == null ? Rights.NOBODY : Rights.GRANTED, null);
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case SecurityDisabledException _ -> new Done(Rights.NO_AUTHORIZER, null);
                case UnsupportedVersionException _ -> withheld(subscriptionId, reader, "it has no ACLs of Kafka");
                case AuthorizationException _ ->
                    withheld(subscriptionId, reader, "the notifier needs ALTER and DESCRIBE on the cluster");
                case null, default -> throw e;
            };
        }
    }

    /** Whatever the broker lets us; without the topic they are worth nothing. */
    Done revoke(String subscriptionId) throws ExecutionException {
        return grant(subscriptionId, null);
    }

    private void agree(String subscriptionId, @Nullable String reader) throws ExecutionException {
        var resources = Set.of(
                new ResourcePattern(ResourceType.TOPIC, names.topic(subscriptionId), PatternType.LITERAL),
                new ResourcePattern(ResourceType.GROUP, names.groups(subscriptionId), PatternType.PREFIXED));
        var superfluous = new HashSet<AclBinding>();
        var missing = new HashSet<AclBinding>();
        for (var resource : resources) {
            superfluous.addAll(await(admin.describeAcls(new AclBindingFilter(filter(resource), READING))
                    .values()));
            if (reader != null) {
                missing.add(new AclBinding(resource, reading(reader)));
            }
        }
        var wanted = Set.copyOf(missing);
        missing.removeAll(superfluous);
        superfluous.removeAll(wanted);
        if (!missing.isEmpty()) {
            await(admin.createAcls(missing).all());
        }
        if (!superfluous.isEmpty()) {
            await(admin.deleteAcls(
                            superfluous.stream().map(AclBinding::toFilter).toList())
                    .all());
        }
    }

    private static ResourcePatternFilter filter(ResourcePattern resource) {
        return new ResourcePatternFilter(resource.resourceType(), resource.name(), resource.patternType());
    }

    private static AccessControlEntry reading(String reader) {
        return new AccessControlEntry("User:" + reader, ANY_HOST, AclOperation.READ, AclPermissionType.ALLOW);
    }

    private Done withheld(String subscriptionId, @Nullable String reader, String why) {
        if (reader == null) {
            return new Done(Rights.NOBODY, null);
        }
        return new Done(
                Rights.WITHHELD,
                "the broker does not let the notifier grant read rights (" + why + "); grant User:" + reader
                        + " READ on the topic " + names.topic(subscriptionId) + " and on groups that begin with "
                        + names.groups(subscriptionId) + ", by the broker's own means");
    }
}
