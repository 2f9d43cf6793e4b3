/** From what is there already, a topic, a file or a table, to the first version of its contract. */
@NullMarked
package io.meshwork.contract.skeleton;

import org.jspecify.annotations.NullMarked;
