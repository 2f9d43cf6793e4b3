package io.meshwork.notifier.news;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an occurrence says beyond its words, for subscribers who choose by it.
 *
 * @param changedFields of the contract, by names such as {@code orders.address.city}
 * @param breaking whether consumers of the version before cannot take it as it is
 * @param status what it came to, such as failed or blocked; null when it says nothing of that
 * @param score of the data, 0..1; null when it says nothing of that
 */
public record Particulars(
        List<String> changedFields,
        boolean breaking,
        @Nullable String status,
        @Nullable Double score) {

    public static final Particulars NONE = new Particulars(List.of(), false, null, null);

    public Particulars {
        changedFields = List.copyOf(changedFields);
    }

    public static Particulars changed(List<String> fields, boolean breaking) {
        return new Particulars(fields, breaking, null, null);
    }

    public static Particulars cameTo(String status) {
        return new Particulars(List.of(), false, status, null);
    }

    public static Particulars scored(String status, @Nullable Double score) {
        return new Particulars(List.of(), false, status, score);
    }
}
