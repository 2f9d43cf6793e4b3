/** Dead letters over REST. */
@NullMarked
package io.meshwork.notifier.deadletter.web;

import org.jspecify.annotations.NullMarked;
