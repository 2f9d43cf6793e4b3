/** What is worth telling, in words for people. */
@NullMarked
package io.meshwork.notifier.news;

import org.jspecify.annotations.NullMarked;
