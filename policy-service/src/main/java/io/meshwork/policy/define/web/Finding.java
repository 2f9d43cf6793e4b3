package io.meshwork.policy.define.web;

import io.meshwork.contract.read.Problem;
import io.meshwork.policy.define.FileProblem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

@Schema(description = "What keeps a file of the policy folder from coming into force")
record Finding(
        @Schema(description = "File name; empty for the folder itself")
        String file,

        int line,
        int column,
        String pointer,
        String code,
        String message,
        String advice) {

    static Finding of(FileProblem found) {
        Problem p = found.problem();
        return new Finding(found.file(), p.line(), p.column(), p.pointer(), p.code(), p.message(), p.advice());
    }

    /** As an entry of problem details. */
    static Map<String, Object> entry(Problem p) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("code", p.code());
        entry.put("message", p.message());
        entry.put("advice", p.advice());
        entry.put("pointer", p.pointer());
        entry.put("line", p.line());
        entry.put("column", p.column());
        return entry;
    }
}
