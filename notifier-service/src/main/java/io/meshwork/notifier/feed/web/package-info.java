/** Updates over REST, and who may read them. */
@NullMarked
package io.meshwork.notifier.feed.web;

import org.jspecify.annotations.NullMarked;
