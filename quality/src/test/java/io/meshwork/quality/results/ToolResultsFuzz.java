package io.meshwork.quality.results;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent, it is understood or refused with a reason. */
class ToolResultsFuzz {

    static Stream<byte[]> documents() {
        return Stream.of(
                        Documents.DBT,
                        Documents.GREAT_EXPECTATIONS,
                        Documents.CHECKPOINT,
                        Documents.SODA,
                        Documents.OPENLINEAGE)
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("documents")
    @FuzzTest(maxDuration = "10s")
    void briefly(byte[] document) {
        read(document);
    }

    @Tag("long")
    @MethodSource("documents")
    @FuzzTest(maxDuration = "1h")
    void atLength(byte[] document) {
        read(document);
    }

    private static void read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (ToolResults.read(text, null) instanceof ToolResults.Reading.Refused(var fault)
                && (fault.message().isEmpty() || fault.advice().isEmpty())) {
            throw new AssertionError("refused without a reason");
        }
        for (Tool tool : Tool.values()) {
            ToolResults.read(text, tool);
        }
    }
}
