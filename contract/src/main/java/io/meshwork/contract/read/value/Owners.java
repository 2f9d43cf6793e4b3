package io.meshwork.contract.read.value;

import io.meshwork.contract.model.Owner;

/** Who answers for something: {@code owner}, or {@code team} and {@code contact}. */
public final class Owners {

    private Owners() {}

    /** An owner that is an address is a contact; any other word is the team. */
    public static Owner read(Section section, String advice) {
        String team = section.text("team");
        String contact = section.text("contact");
        String owner = team == null || section.has("owner") ? section.required("owner", advice) : "";
        boolean address = owner.contains("@") || owner.contains("://") || owner.startsWith("#");
        String ownerTeam = address || owner.isEmpty() ? null : owner;
        String ownerContact = address ? owner : null;
        return new Owner(team != null ? team : ownerTeam, contact != null ? contact : ownerContact);
    }
}
