/** Webhooks: where product updates are sent, and how that goes. */
@NullMarked
package io.meshwork.cli.webhook;

import org.jspecify.annotations.NullMarked;
