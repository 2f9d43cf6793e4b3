/** What matters to the consumers of a product. */
@NullMarked
package io.meshwork.notifier.feed;

import org.jspecify.annotations.NullMarked;
