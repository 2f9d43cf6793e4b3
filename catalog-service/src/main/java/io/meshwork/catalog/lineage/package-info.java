/** Where data comes from and where it goes: what jobs report, what contracts declare, and the graph that both make. */
@NullMarked
package io.meshwork.catalog.lineage;

import org.jspecify.annotations.NullMarked;
