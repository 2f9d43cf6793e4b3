package io.meshwork.quality.run.kafka;

import io.meshwork.events.ProfileSummary;
import io.meshwork.events.ProfiledField;
import io.meshwork.quality.profile.DataProfile;
import io.meshwork.quality.profile.FieldProfile;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A profile for everyone: shapes and findings, never a value from the data. */
final class ProfileRecords {

    private static final int MOST_FIELDS = 200;

    /** Column names come from the data, and so may be of any length. */
    private static final int LONGEST_NAME = 200;

    private ProfileRecords() {}

    private record Placed(String dataset, FieldProfile field) {}

    static @Nullable ProfileSummary toRecord(List<DataProfile> profiles) {
        List<Placed> all = profiles.stream()
                .flatMap(profile -> profile.fields().stream().map(field -> new Placed(profile.dataset(), field)))
                .sorted(Comparator.comparing(placed -> placed.field().undeclared() == null))
                .toList();
        if (profiles.stream().allMatch(profile -> profile.reason() != null)) {
            return null;
        }
        int unseen = profiles.stream().mapToInt(DataProfile::left).sum();
        return ProfileSummary.newBuilder()
                .setFields(all.stream()
                        .limit(MOST_FIELDS)
                        .map(ProfileRecords::toRecord)
                        .toList())
                .setFieldsLeft(unseen + Math.max(0, all.size() - MOST_FIELDS))
                .build();
    }

    private static ProfiledField toRecord(Placed placed) {
        FieldProfile field = placed.field();
        var found = field.undeclared();
        return ProfiledField.newBuilder()
                .setDataset(placed.dataset())
                .setField(field.name().length() > LONGEST_NAME ? field.name().substring(0, LONGEST_NAME) : field.name())
                .setInContract(field.inContract())
                .setNullRate(field.nullRate())
                .setDistinct(field.distinct())
                .setUndeclaredPersonalData(found == null ? null : found.kind().word())
                .setConfidence(found == null ? 0 : found.confidence())
                .build();
    }
}
