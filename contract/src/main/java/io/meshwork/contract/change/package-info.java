/** What changed between two versions of a contract, whom it hits, and which version number says so honestly. */
@NullMarked
package io.meshwork.contract.change;

import org.jspecify.annotations.NullMarked;
