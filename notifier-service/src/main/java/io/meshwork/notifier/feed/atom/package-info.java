/** Updates as Atom feeds (RFC 4287). */
@NullMarked
package io.meshwork.notifier.feed.atom;

import org.jspecify.annotations.NullMarked;
