/** Shows the records that services gave up, and gives them back. */
@NullMarked
package io.meshwork.cli.dlt;

import org.jspecify.annotations.NullMarked;
