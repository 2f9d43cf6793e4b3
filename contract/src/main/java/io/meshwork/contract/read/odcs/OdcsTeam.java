package io.meshwork.contract.read.odcs;

import io.meshwork.contract.model.Owner;
import io.meshwork.contract.read.document.Node;
import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.value.CustomProperties;
import io.meshwork.contract.read.value.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who answers for the contract: a team with members (v3.1) or a bare list of members (v3.0), and the support channels. */
public final class OdcsTeam {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

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

    public static Owner owner(Section root, CustomProperties properties) {
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
        keep(root, owner);
        return owner;
    }

    /** A bare name and a bare channel say no more than the owner does; anything else stays as written. */
    private static void keep(Section root, Owner owner) {
        boolean told = (!root.has("team") || bare("name", owner.team()).equals(root.plain("team")))
                && (!root.has("support")
                        || List.of(bare("channel", owner.contact())).equals(root.plain("support")));
        if (!told) {
            root.keep("team", "support");
        }
    }

    private static Map<String, Object> bare(String key, @Nullable String value) {
        return value == null ? Map.of() : Map.of(key, value);
    }

    private static List<Member> members(@Nullable Section section, String key) {
        List<Member> members = new ArrayList<>();
        if (section != null) {
            for (Section member : section.sections(key, "member")) {
                checkDates(member);
                members.add(new Member(member.text("username"), member.text("role"), !member.has("dateOut")));
            }
        }
        return members;
    }

    private static void checkDates(Section member) {
        String in = member.written("dateIn");
        String out = member.written("dateOut");
        if (in != null
                && out != null
                && DAY.matcher(in).lookingAt()
                && DAY.matcher(out).lookingAt()) {
            if (out.substring(0, 10).compareTo(in.substring(0, 10)) < 0) {
                member.warning("dateOut", "invalid", "the member left before joining", "Swap `dateIn` and `dateOut`.");
            }
        }
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
        Set<String> channels = new HashSet<>();
        for (Section support : root.sections("support", "support")) {
            String channel = support.required("channel", "Name the channel.");
            if (!channels.add(channel) && !channel.isEmpty()) {
                support.warning(
                        "channel",
                        "duplicate",
                        "the channel " + Quoted.of(channel) + " is listed twice",
                        "Keep one of the two.");
            }
            String url = support.text("url");
            if (first == null && !channel.isEmpty()) {
                first = url == null ? channel : url;
            }
        }
        return first;
    }
}
