package io.meshwork.cli.validate;

import io.meshwork.contract.read.Problem;
import java.util.List;

/** Workflow commands, which GitHub shows as annotations beside the line of the pull request. */
final class GithubReport {

    private GithubReport() {}

    static String render(List<FileResult> results) {
        var text = new StringBuilder();
        for (FileResult result : results) {
            result.problems()
                    .forEach(problem -> text.append(annotation(result, problem)).append('\n'));
        }
        return text.toString();
    }

    private static String annotation(FileResult result, Problem problem) {
        return "::%s file=%s,line=%d,col=%d,title=%s::%s"
                .formatted(
                        problem.isError() ? "error" : "warning",
                        property(result.file().toString()),
                        problem.line(),
                        problem.column(),
                        property(problem.code()),
                        data(problem.message() + "\n" + problem.advice()));
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
