/** What deserves the attention of ops. */
@NullMarked
package io.meshwork.notifier.alert;

import org.jspecify.annotations.NullMarked;
