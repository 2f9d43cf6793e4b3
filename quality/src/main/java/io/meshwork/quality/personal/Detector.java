package io.meshwork.quality.personal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds what personal data a column holds, by a sample of its values.
 *
 * <p>Of {@code n} values with the shape of a form, {@code m} are valid; {@code chance} of them would be without being what they
 * look like. Then
 *
 * <pre>
 * confidence = certainty × ((m/n − chance) / (1 − chance)) × m/(m + 1)
 * </pre>
 *
 * and, where the column's name suggests the kind, half of what is missing to 1 is added. A column is reported from
 * {@value #LEAST_CONFIDENCE} on, when enough of all its values are valid.
 */
public final class Detector {

    static final double LEAST_CONFIDENCE = 0.5;

    /** Longer values are looked at up to here. */
    private static final int LONGEST = 500;

    private Detector() {}

    /** @param values that are not null, in any order */
    public static Optional<Detection> detect(String column, Collection<String> values) {
        ColumnName name = new ColumnName(column);
        List<String> looked = values.stream()
                .map(value -> value.length() > LONGEST ? value.substring(0, LONGEST) : value)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        return looked.isEmpty()
                ? Optional.empty()
                : Forms.ALL.stream()
                        .filter(form -> isLookedFor(form, name))
                        .map(form -> detect(form, name, looked))
                        .flatMap(Optional::stream)
                        .max(Comparator.comparingDouble(Detection::confidence)
                                .thenComparing(Detection::share)
                                .thenComparing(Detection::kind, Comparator.reverseOrder()));
    }

    /** Whether one value alone looks personal, by forms that hardly anything else has. */
    public static boolean looksPersonal(String value) {
        String stripped = value.strip();
        return Forms.ALL.stream()
                .filter(form -> !form.needsHint() && form.chance() < 0.05)
                .anyMatch(form -> form.hasShape(stripped) && form.valid().test(stripped));
    }

    private static boolean isLookedFor(Form form, ColumnName name) {
        return form.needsHint()
                ? name.suggests(form.kind())
                : !(form.kind() == PersonalData.IP_ADDRESS && name.isAboutVersions());
    }

    private static Optional<Detection> detect(Form form, ColumnName name, List<String> values) {
        List<String> shaped = values.stream().filter(form::hasShape).toList();
        long valid = shaped.stream().filter(form.valid()).count();
        double share = (double) valid / values.size();
        if (valid == 0 || share < form.leastShare()) {
            return Optional.empty();
        }
        double beyondChance = Math.max(0, ((double) valid / shaped.size() - form.chance()) / (1 - form.chance()));
        double confidence = form.certainty() * beyondChance * valid / (valid + 1.0);
        if (beyondChance > 0 && !form.needsHint() && name.suggests(form.kind())) {
            confidence = 1 - (1 - confidence) / 2;
        }
        return confidence < LEAST_CONFIDENCE
                ? Optional.empty()
                : Optional.of(new Detection(form.kind(), form.name(), share, confidence));
    }
}
