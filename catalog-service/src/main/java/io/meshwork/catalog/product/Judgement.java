package io.meshwork.catalog.product;

import io.meshwork.messaging.Cause;

/** What another service says about a version. */
public sealed interface Judgement {

    VersionId subject();

    Cause cause();

    record ByPolicies(VersionId subject, Verdict verdict, Cause cause) implements Judgement {}

    record ByData(VersionId subject, Score score, Cause cause) implements Judgement {}
}
