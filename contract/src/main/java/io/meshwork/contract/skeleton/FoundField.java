package io.meshwork.contract.skeleton;

import org.jspecify.annotations.Nullable;

/**
 * A column, member or attribute as its system tells it.
 *
 * @param name may be anything: empty, with line breaks, used twice
 * @param required never null, by rule or in all the data that was seen
 * @param unique never twice, by rule or in all the data that was seen
 * @param keyPosition place in the primary key from 1, null when not part of it
 * @param defaultValue as text, null when there is none
 * @param references what a foreign key of this field alone refers to, such as {@code shop.customers.id}; null for none
 */
public record FoundField(
        String name,
        FoundType type,
        @Nullable String description,
        boolean required,
        boolean unique,
        @Nullable Integer keyPosition,
        @Nullable String defaultValue,
        @Nullable String references) {

    /** A field of which nothing more is known. */
    public FoundField(String name, FoundType type) {
        this(name, type, null, false, false, null, null, null);
    }

    public FoundField described(@Nullable String text) {
        return new FoundField(name, type, text, required, unique, keyPosition, defaultValue, references);
    }

    public FoundField required(boolean never) {
        return new FoundField(name, type, description, never, unique, keyPosition, defaultValue, references);
    }

    public FoundField unique(boolean never) {
        return new FoundField(name, type, description, required, never, keyPosition, defaultValue, references);
    }

    public FoundField key(@Nullable Integer position) {
        return new FoundField(name, type, description, required, unique, position, defaultValue, references);
    }

    public FoundField byDefault(@Nullable String value) {
        return new FoundField(name, type, description, required, unique, keyPosition, value, references);
    }

    public FoundField referringTo(@Nullable String place) {
        return new FoundField(name, type, description, required, unique, keyPosition, defaultValue, place);
    }
}
