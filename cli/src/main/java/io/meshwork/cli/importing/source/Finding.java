package io.meshwork.cli.importing.source;

import io.meshwork.contract.skeleton.Structure;
import java.util.List;

/** What became of looking for a structure. */
public sealed interface Finding {

    /** @param remarks what the user should know of how it was found, a sentence each */
    record Found(Structure structure, List<String> remarks) implements Finding {

        public Found {
            remarks = List.copyOf(remarks);
        }
    }

    /** It is not there, or nothing that a contract could be made of; the reason says how to mend it. */
    record Refused(String reason) implements Finding {}

    /** The command asks for something that cannot be. */
    record Wrong(String reason) implements Finding {}

    /** Registry or database do not answer. */
    record Unreachable(String reason) implements Finding {}
}
