/** What is wrong, and who takes care of it. */
@NullMarked
package io.meshwork.cli.incident;

import org.jspecify.annotations.NullMarked;
