package io.meshwork.contract.change;

import static io.meshwork.contract.change.Ruling.safe;

import java.util.List;

/** Lists of plain words, such as tags: each stands for itself. */
final class Names {

    private static final Ruling TAG_ADDED = safe("The tag {after} helps to find it; the data stay the same.");
    private static final Ruling TAG_REMOVED =
            safe("It is no longer found by the tag {before}; the data stay the same.");

    private Names() {}

    static void compareTags(List<String> before, List<String> after, Place owner, Findings findings) {
        compare(before, after, owner.child("tags"), findings, TAG_ADDED, TAG_REMOVED);
    }

    static void compare(
            List<String> before, List<String> after, Place list, Findings findings, Ruling added, Ruling removed) {
        if (before.equals(after)) {
            return;
        }
        Matching<String> matching = Matching.ofDistinct(before, after).by(Matching.Item::value);
        matching.forEachRemoved(
                name -> findings.add(list.item(name.index(), 0, name.value()), removed, name.value(), null));
        matching.forEachAdded(
                name -> findings.add(list.item(0, name.index(), name.value()), added, null, name.value()));
    }
}
