/** What people ask for through the log, and what became of it. */
@NullMarked
package io.meshwork.notifier.request;

import org.jspecify.annotations.NullMarked;
