package io.meshwork.quality.personal;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One way in which personal data is written.
 *
 * @param name for people
 * @param shape that the value has; the whole of it, or a part where {@code inside}
 * @param valid what a value of the shape must keep besides, such as a checksum
 * @param chance 0..1 that a value of the shape is valid although it is something else
 * @param certainty 0..1, how sure valid values make it
 * @param leastShare of the values of a column that must be valid
 * @param inside whether it is also looked for inside longer text
 * @param needsHint whether it is only looked for where the column's name suggests it
 */
record Form(
        PersonalData kind,
        String name,
        Pattern shape,
        Predicate<String> valid,
        double chance,
        double certainty,
        double leastShare,
        boolean inside,
        boolean needsHint) {

    static Form of(PersonalData kind, String name, String shape) {
        return new Form(kind, name, Pattern.compile(shape), value -> true, 0, 0.9, 0.5, false, false);
    }

    Form valid(Predicate<String> check, double passedByChance) {
        return new Form(kind, name, shape, check, passedByChance, certainty, leastShare, inside, needsHint);
    }

    Form certain(double sure) {
        return new Form(kind, name, shape, valid, chance, sure, leastShare, inside, needsHint);
    }

    Form from(double share) {
        return new Form(kind, name, shape, valid, chance, certainty, share, inside, needsHint);
    }

    Form insideText() {
        return new Form(kind, name, shape, valid, chance, certainty, leastShare, true, needsHint);
    }

    Form onlyWithHint() {
        return new Form(kind, name, shape, valid, chance, certainty, leastShare, inside, true);
    }

    boolean hasShape(String value) {
        return inside ? shape.matcher(value).find() : shape.matcher(value).matches();
    }
}
