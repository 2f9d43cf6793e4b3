package io.meshwork.schemas.compatibility;

import static java.util.stream.Collectors.joining;

import io.meshwork.schemas.compatibility.Violation.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** Asks Avro itself whether a reader understands a writer, and says in a person's words why not. */
record AvroPromise(Direction direction, Schema reader, Schema writer) {

    /** Who reads whose records. */
    enum Direction {
        /** The current schema reads what was written with the released one. */
        BACKWARD,
        /** The released schema reads what is written with the current one. */
        FORWARD
    }

    static AvroPromise backward(Schema current, Schema released) {
        return new AvroPromise(Direction.BACKWARD, current, released);
    }

    static AvroPromise forward(Schema current, Schema released) {
        return new AvroPromise(Direction.FORWARD, released, current);
    }

    List<Finding> findings() {
        return findings(SchemaPlace.of(reader), reader, writer);
    }

    private List<Finding> findings(SchemaPlace outer, Schema reads, Schema writes) {
        List<Finding> found = new ArrayList<>();
        for (Incompatibility broken : SchemaCompatibility.checkReaderWriterCompatibility(reads, writes)
                .getResult()
                .getIncompatibilities()) {
            SchemaPlace place = outer.follow(reads, broken.getLocation());
            List<Finding> deeper = insideUnion(place, broken);
            found.addAll(deeper.isEmpty() ? List.of(explain(place, broken)) : deeper);
        }
        return found;
    }

    /** Avro only says that a union has no branch for a record; the reason is inside the branch of the same name. */
    private List<Finding> insideUnion(SchemaPlace place, Incompatibility broken) {
        List<Finding> found = new ArrayList<>();
        for (Schema writes : branches(broken.getWriterFragment())) {
            if (named(writes) && broken.getReaderFragment().isUnion()) {
                branch(broken.getReaderFragment(), writes)
                        .ifPresent(reads -> found.addAll(findings(place, reads, writes)));
            }
        }
        return found;
    }

    private Finding explain(SchemaPlace place, Incompatibility broken) {
        boolean backward = direction == Direction.BACKWARD;
        return switch (broken.getType()) {
            case READER_FIELD_MISSING_DEFAULT_VALUE -> backward ? added(place) : removed(place);
            case MISSING_UNION_BRANCH -> backward ? shrank(place, broken) : grew(place, broken);
            case MISSING_ENUM_SYMBOLS -> backward ? symbolRemoved(place, broken) : symbolAdded(place, broken);
            case NAME_MISMATCH -> renamed(place, broken);
            case TYPE_MISMATCH, FIXED_SIZE_MISMATCH -> retyped(place, broken);
        };
    }

    private static Finding added(SchemaPlace place) {
        return new Finding(
                place,
                Rule.FIELD_WITHOUT_DEFAULT,
                "was added without a default: records written before have no value for it",
                "giving it a default");
    }

    private static Finding removed(SchemaPlace place) {
        return new Finding(
                place,
                Rule.FIELD_REMOVED,
                "was removed: readers with the released schema need it, since it has no default there",
                "putting it back, or " + Finding.NEW_TOPIC);
    }

    private static Finding shrank(SchemaPlace place, Incompatibility broken) {
        return new Finding(
                place,
                Rule.UNION_SHRANK,
                "lost a branch of its union: it was " + type(broken.getWriterFragment()) + " and is now "
                        + type(broken.getReaderFragment()) + ", so records written before cannot be read",
                "putting the branch back");
    }

    private static Finding grew(SchemaPlace place, Incompatibility broken) {
        return new Finding(
                place,
                Rule.UNION_GREW,
                "gained a branch in its union: it was " + type(broken.getReaderFragment()) + " and is now "
                        + type(broken.getWriterFragment()) + ", which readers with the released schema cannot read",
                "adding a new field with a default instead");
    }

    private static Finding symbolRemoved(SchemaPlace place, Incompatibility broken) {
        return new Finding(
                place,
                Rule.ENUM_SYMBOL_REMOVED,
                "lost the enum symbols " + broken.getMessage() + ", which records written before may hold",
                "putting them back");
    }

    private static Finding symbolAdded(SchemaPlace place, Incompatibility broken) {
        return new Finding(
                place,
                Rule.ENUM_SYMBOL_ADDED,
                "gained the enum symbols " + broken.getMessage()
                        + ", and the released enum has no default for what it does not know",
                "adding a new string field with a default instead");
    }

    private static Finding renamed(SchemaPlace place, Incompatibility broken) {
        return new Finding(
                place,
                Rule.NAME_CHANGED,
                "has a type of another name: " + broken.getReaderFragment().getFullName() + " against "
                        + broken.getWriterFragment().getFullName(),
                "keeping the released name");
    }

    private Finding retyped(SchemaPlace place, Incompatibility broken) {
        boolean backward = direction == Direction.BACKWARD;
        Schema was = backward ? broken.getWriterFragment() : broken.getReaderFragment();
        Schema is = backward ? broken.getReaderFragment() : broken.getWriterFragment();
        return new Finding(
                place,
                Rule.TYPE_CHANGED,
                "changed its type from " + type(was) + " to " + type(is)
                        + (backward
                                ? ": records written before cannot be read"
                                : ": readers with the released schema cannot read it"),
                "keeping the released type, or adding a new field with a default beside it");
    }

    private static Optional<Schema> branch(Schema union, Schema like) {
        return union.getTypes().stream()
                .filter(type -> type.getFullName().equals(like.getFullName()))
                .findFirst();
    }

    private static List<Schema> branches(Schema schema) {
        return schema.isUnion() ? schema.getTypes() : List.of(schema);
    }

    private static boolean named(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> true;
            default -> false;
        };
    }

    private static String type(Schema schema) {
        return switch (schema.getType()) {
            case UNION -> schema.getTypes().stream().map(AvroPromise::type).collect(joining(", ", "[", "]"));
            case FIXED -> schema.getName() + " of " + schema.getFixedSize() + " bytes";
            case ARRAY -> "array of " + type(schema.getElementType());
            case MAP -> "map of " + type(schema.getValueType());
            default -> Objects.requireNonNull(schema.getName());
        };
    }
}
