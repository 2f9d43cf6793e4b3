/** A stand-in for Slack's incoming webhooks: as strict about messages as Slack is, and it shows what it received. */
@NullMarked
package io.meshwork.local.slack;

import org.jspecify.annotations.NullMarked;
