package io.meshwork.notifier.subscription;

import java.time.Instant;
import java.util.UUID;

/**
 * Whether somebody of a team may use a product for something.
 *
 * @param question who of the team may do what for which purpose; of its decisions the newest holds
 */
public record Grant(UUID question, Party party, boolean permitted, Instant decidedAt) {}
