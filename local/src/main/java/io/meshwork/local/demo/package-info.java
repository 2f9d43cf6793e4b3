/** {@code mesh demo}: publishes the example products and shows what the mesh makes of them. */
@NullMarked
package io.meshwork.local.demo;

import org.jspecify.annotations.NullMarked;
