/** News in tables. */
@NullMarked
package io.meshwork.notifier.news.jdbc;

import org.jspecify.annotations.NullMarked;
