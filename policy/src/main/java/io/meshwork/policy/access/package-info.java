/** Who may use which product for what: rules about attributes of whoever asks, of the product, and of the request. */
@NullMarked
package io.meshwork.policy.access;

import org.jspecify.annotations.NullMarked;
