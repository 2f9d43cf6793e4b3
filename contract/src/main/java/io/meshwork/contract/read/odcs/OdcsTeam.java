package io.meshwork.contract.read.odcs;

import io.meshwork.contract.model.Owner;
import io.meshwork.contract.read.document.Node;
import io.meshwork.contract.read.value.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who answers for the contract: a team with members (v3.1) or a bare list of members (v3.0), and the support channels. */
final class OdcsTeam {

    private record Member(
            @Nullable String username, @Nullable String role, boolean active) {

        boolean owns() {
            return active
                    && username != null
                    && role != null
                    && role.toLowerCase(Locale.ROOT).contains("owner");
        }
    }

    private OdcsTeam() {}

    static Owner owner(Section root, OdcsCustomProperties properties) {
        boolean list = root.node("team") instanceof Node.Sequence;
        Section team = list ? null : root.section("team", "team");
        List<Member> members = members(list ? root : team, list ? "team" : "members");
        String name = team == null ? null : team.text("name");
        Owner owner = new Owner(name != null ? name : properties.text("owner"), contact(root, members));
        if (owner.team() == null && owner.contact() == null) {
            root.warning(
                    "team",
                    "missing",
                    "the contract names nobody who answers for it",
                    "Add `team:` with a name and a member whose role is owner, or a `support:` channel.");
        }
        return owner;
    }

    private static List<Member> members(@Nullable Section section, String key) {
        List<Member> members = new ArrayList<>();
        if (section != null) {
            for (Section member : section.sections(key, "member")) {
                members.add(new Member(member.text("username"), member.text("role"), !member.has("dateOut")));
            }
        }
        return members;
    }

    /** A support channel is meant for everybody; else the active owner, else any active member. */
    private static @Nullable String contact(Section root, List<Member> members) {
        String channel = channel(root);
        Optional<String> owner =
                members.stream().filter(Member::owns).map(Member::username).findFirst();
        if (channel != null || owner.isPresent()) {
            return channel != null ? channel : owner.get();
        }
        return members.stream()
                .filter(member -> member.active() && member.username() != null)
                .map(Member::username)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String channel(Section root) {
        String first = null;
        for (Section support : root.sections("support", "support")) {
            String channel = support.required("channel", "Name the channel.");
            String url = support.text("url");
            if (first == null && !channel.isEmpty()) {
                first = url == null ? channel : url;
            }
        }
        return first;
    }
}
