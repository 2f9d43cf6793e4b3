package io.meshwork.quality.personal;

import java.util.Locale;

/** Kinds of personal data that are looked for. */
public enum PersonalData {
    EMAIL,
    PHONE,
    IBAN,
    PAYMENT_CARD,
    NATIONAL_ID,
    IP_ADDRESS,
    PERSON_NAME,
    DATE_OF_BIRTH,
    POSTAL_ADDRESS;

    /** As events and people write it, such as {@code national_id}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
