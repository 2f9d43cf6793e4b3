package io.meshwork.policy.define;

import io.meshwork.contract.read.Problem;
import io.meshwork.contract.read.Problem.Severity;
import io.meshwork.policy.define.FolderReading.Broken;
import io.meshwork.policy.define.FolderReading.Good;
import io.meshwork.policy.define.FolderReading.ReadFile;
import io.meshwork.policy.document.PolicyReader;
import io.meshwork.policy.document.PolicyReading;
import io.meshwork.policy.model.Policy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads all files of the policy folder and finds what is wrong in any of them. */
public final class FolderReader {

    private final PolicyReader reader;

    public FolderReader(PolicyReader reader) {
        this.reader = reader;
    }

    public FolderReading read(List<PolicyFile> files) {
        List<FileProblem> problems = new ArrayList<>();
        Map<String, ReadFile> policies = new HashMap<>();
        for (PolicyFile file : files) {
            switch (reader.readTested(file.document())) {
                case PolicyReading.Refused(var found) ->
                    found.forEach(problem -> problems.add(new FileProblem(file.name(), problem)));
                case PolicyReading.Accepted(var policy, var tests) -> {
                    ReadFile first = policies.putIfAbsent(policy.id(), new ReadFile(file, policy));
                    if (first != null) {
                        problems.add(new FileProblem(file.name(), taken(policy, first)));
                    }
                }
            }
        }
        if (files.isEmpty()) {
            problems.add(new FileProblem("", none()));
        }
        return problems.isEmpty() ? new Good(List.copyOf(policies.values())) : new Broken(problems);
    }

    private static Problem taken(Policy policy, ReadFile first) {
        return new Problem(
                "policy.id.taken",
                Severity.ERROR,
                Federation.taken(policy.id(), first.policy().scope()) + " (file "
                        + first.file().name() + ")",
                "Choose another id.",
                "/metadata/id",
                1,
                1);
    }

    /** A folder that was not mounted must not withdraw every policy of the mesh. */
    private static Problem none() {
        return new Problem(
                "policy.folder.empty",
                Severity.ERROR,
                "the policy folder holds no *.yaml file",
                "Check the setting mesh.policy.folder; to switch a policy off, set its `enforcement: disabled`.",
                "",
                1,
                1);
    }
}
