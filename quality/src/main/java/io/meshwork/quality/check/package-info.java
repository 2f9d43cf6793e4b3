/** What a contract promises about its data, compiled into measures that an engine can take. */
@NullMarked
package io.meshwork.quality.check;

import org.jspecify.annotations.NullMarked;
