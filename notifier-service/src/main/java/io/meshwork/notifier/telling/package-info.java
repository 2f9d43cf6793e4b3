/** What a channel for people has to tell now: single news, and the stories of incidents as they stand. */
@NullMarked
package io.meshwork.notifier.telling;

import org.jspecify.annotations.NullMarked;
