package io.meshwork.policy.define.files;

import io.meshwork.policy.define.FileProblem;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What keeps the policy folder, as this replica sees it, from coming into force. */
@Component
public class FolderProblems {

    private static final Logger log = LoggerFactory.getLogger(FolderProblems.class);

    private volatile List<FileProblem> problems = List.of();

    public List<FileProblem> current() {
        return problems;
    }

    void none() {
        problems = List.of();
    }

    void are(List<FileProblem> found) {
        if (found.equals(problems)) {
            return;
        }
        problems = List.copyOf(found);
        for (FileProblem problem : found) {
            log.atError()
                    .addKeyValue("file", problem.file())
                    .addKeyValue("line", problem.problem().line())
                    .addKeyValue("column", problem.problem().column())
                    .addKeyValue("problem", problem.problem().message())
                    .addKeyValue("advice", problem.problem().advice())
                    .log("The policy folder is broken; the last good policies stay in force");
        }
    }
}
