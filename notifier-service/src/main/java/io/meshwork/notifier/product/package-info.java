/** What the notifier knows of products, and the facts it hears about them. */
@NullMarked
package io.meshwork.notifier.product;

import org.jspecify.annotations.NullMarked;
