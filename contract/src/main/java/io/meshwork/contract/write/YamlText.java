package io.meshwork.contract.write;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.NonPrintableStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** YAML 1.2 in block style, as people write contracts; no anchors, lines are not folded. */
public final class YamlText {

    private static final DumpSettings SETTINGS = DumpSettings.builder()
            .setSchema(new CoreSchema())
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setNonPrintableStyle(NonPrintableStyle.ESCAPE)
            .setDereferenceAliases(true)
            .setSplitLines(false)
            .setIndent(2)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .build();

    private YamlText() {}

    public static String of(Map<String, @Nullable Object> document) {
        return new Dump(SETTINGS, new Texts()).dumpToString(document);
    }

    /** Text that readers of YAML 1.1 would take for something else is put in quotes, several lines in a block. */
    private static final class Texts extends StandardRepresenter {

        private static final Pattern OLD_MEANINGS = Pattern.compile(
                "(?i:y|n|yes|no|on|off)|=|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])*(?:\\.[0-9_]*)?|[-+]?0b[01_]+|\\d{4}-\\d\\d?-\\d\\d?.*");

        Texts() {
            super(SETTINGS);
            representers.put(String.class, text -> representScalar(Tag.STR, text.toString(), style(text.toString())));
        }

        private static ScalarStyle style(String text) {
            if (text.contains("\n")) {
                return ScalarStyle.LITERAL;
            }
            return OLD_MEANINGS.matcher(text).matches() ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN;
        }
    }
}
