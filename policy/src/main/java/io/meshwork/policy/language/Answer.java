package io.meshwork.policy.language;

/** What a condition says about a product. */
public sealed interface Answer {

    enum Decided implements Answer {
        YES,
        NO
    }

    /**
     * The condition could not be computed for this product.
     *
     * @param reason for people, such as the optional field that was read without {@code has(…)}
     */
    record Undecided(String reason) implements Answer {}
}
