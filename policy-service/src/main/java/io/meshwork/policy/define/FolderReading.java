package io.meshwork.policy.define;

import io.meshwork.policy.model.Policy;
import java.util.List;

/** The policy folder as a whole: it comes into force together or not at all. */
public sealed interface FolderReading {

    /**
     * @param file as read
     * @param policy what it says
     */
    record ReadFile(PolicyFile file, Policy policy) {}

    record Good(List<ReadFile> files) implements FolderReading {

        public Good {
            files = List.copyOf(files);
        }
    }

    record Broken(List<FileProblem> problems) implements FolderReading {

        public Broken {
            problems = List.copyOf(problems);
        }
    }
}
