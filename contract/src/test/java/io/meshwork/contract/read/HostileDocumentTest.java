package io.meshwork.contract.read;

import static io.meshwork.contract.read.Documents.descriptorWith;
import static io.meshwork.contract.read.Documents.onlyProblem;
import static io.meshwork.contract.read.Documents.problem;
import static io.meshwork.contract.read.Documents.problems;
import static io.meshwork.contract.read.Documents.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every limit, each with a time-out: whatever comes in, an answer comes out, soon. */
@Timeout(60)
class HostileDocumentTest {

    private static final int HALF_A_MEBIBYTE = 512 * 1024;

    @Test
    void refusesDocumentOverTheSize() {
        assertThat(onlyProblem("a: " + "x".repeat(HALF_A_MEBIBYTE)).code()).isEqualTo("contract.too-large");
        assertThat(problems(new byte[2 * 1024 * 1024]))
                .extracting(Problem::code)
                .containsExactly("contract.too-large");
    }

    @Test
    void measuresTheSizeInBytes() {
        assertThat(onlyProblem("a: " + "é".repeat(HALF_A_MEBIBYTE / 2)).code()).isEqualTo("contract.too-large");
    }

    @Test
    void acceptsDocumentJustWithinTheSize() {
        String document = descriptorWith("");
        String filled = document + "#" + "x".repeat(HALF_A_MEBIBYTE - document.length() - 1);

        assertThat(new ContractReader().read(filled)).isInstanceOf(ReadResult.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? ", "{\"a\":", "[\n", "- - ? ", "!!map {? "})
    void refusesDepth(String level) {
        String document = "kind: DataProduct\ndeep:\n  " + level.repeat(100_000 / level.length());
        String json = "{\"kind\": \"DataProduct\", \"deep\": " + level.repeat(100_000 / level.length());

        assertThat(refused(document).getFirst().code()).isIn("contract.too-deep", "contract.yaml.syntax");
        assertThat(refused(json).getFirst().code()).isIn("contract.too-deep", "contract.json.syntax");
    }

    @Test
    void refusesTheSixtyFifthLevelAtItsPlace() {
        Problem problem = onlyProblem("a: " + "[".repeat(64) + "]".repeat(64));

        assertThat(problem.code()).isEqualTo("contract.too-deep");
        assertThat(problem.column()).isEqualTo(67);
        assertThat(onlyProblem("a: " + "[".repeat(62) + "]".repeat(62)).code()).isEqualTo("contract.kind.missing");
    }

    @Test
    void refusesDeepJson() {
        assertThat(onlyProblem("{\"a\": " + "[".repeat(64) + "]".repeat(64) + "}")
                        .code())
                .isEqualTo("contract.too-deep");
    }

    @Test
    void refusesBillionLaughs() {
        String laughs = IntStream.range(1, 10)
                .mapToObj(i -> "a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9)))
                .collect(Collectors.joining());

        assertThat(onlyProblem("a0: &a0 lol\n" + laughs).code())
                .isIn("contract.alias.too-many", "contract.alias.too-large");
    }

    @Test
    void refusesFewAliasesOfSomethingHuge() {
        String document = "a: &a " + "x".repeat(100_000) + "\nb: [*a, *a, *a, *a, *a, *a]\n";

        assertThat(onlyProblem(document).code()).isEqualTo("contract.alias.too-large");
    }

    @Test
    void refusesAliasesThatDeepenTheDocument() {
        String nested = "[".repeat(40) + "]".repeat(40);
        String document = "a: &a " + nested + "\nb: " + "[".repeat(40) + "*a" + "]".repeat(40) + "\n";

        assertThat(onlyProblem(document).code()).isEqualTo("contract.too-deep");
    }

    @Test
    void acceptsAnHonestAlias() {
        String document = descriptorWith("""
                quality_checks:
                  - &strict {name: completeness, column: id, severity: warning}
                  - *strict
                """);

        assertThat(Documents.product(document).qualityChecks()).hasSize(2);
    }

    @Test
    void refusesAliasOfNothingAndOfItself() {
        assertThat(onlyProblem("a: *b").code()).isEqualTo("contract.alias.unknown");
        assertThat(onlyProblem("a: &a [*a]").code()).isEqualTo("contract.alias.unknown");
    }

    @Test
    void refusesDuplicateKeyAtTheSecondPlace() {
        Problem problem = onlyProblem(descriptorWith("") + "apiVersion: meshwork.io/v1\n");

        assertThat(problem.code()).isEqualTo("contract.key.duplicate");
        assertThat(problem.line()).isEqualTo(10);
        assertThat(problem.message()).contains("line 1");
    }

    @Test
    void refusesDuplicateKeyInJson() {
        assertThat(problem("contract.key.duplicate", "{\"kind\": \"DataProduct\", \"kind\": \"DataProduct\"}")
                        .column())
                .isEqualTo(25);
    }

    @Test
    void refusesSecondDocument() {
        Problem problem = onlyProblem(descriptorWith("") + "---\nkind: Pod\n");

        assertThat(problem.code()).isEqualTo("contract.multiple-documents");
        assertThat(problem.line()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1: a", "true: a", "? [a, b]\n: c", "? {a: b}\n: c", "null: x"})
    void refusesKeyThatIsNotText(String entry) {
        assertThat(onlyProblem(descriptorWith("") + entry + "\n").code()).isEqualTo("contract.key.not-text");
    }

    @Test
    void refusesMergeKeyAndLongKey() {
        assertThat(onlyProblem(descriptorWith("") + "<<: {a: b}\n").code()).isEqualTo("contract.key.merge");
        assertThat(problem("contract.key.too-long", "? " + "k".repeat(300) + "\n: v")
                        .line())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!ruby/object:Gem x",
                "!!javax.script.ScriptEngineManager [x]",
                "!!binary aGk=",
                "!<tag:x> {a: b}"
            })
    void refusesTag(String value) {
        assertThat(problem("contract.tag.unsupported", descriptorWith("note: " + value))
                        .line())
                .isEqualTo(9);
    }

    @Test
    void refusesBytesThatAreNotUtf8AtTheirPlace() {
        byte[] document = "kind: DataProduct\nab: é".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(problems(document)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("contract.encoding");
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.column()).isEqualTo(5);
        });
    }

    @Test
    void refusesUtf16AndTruncatedUtf8() {
        assertThat(problems("kind: x".getBytes(StandardCharsets.UTF_16)))
                .extracting(Problem::code)
                .containsExactly("contract.encoding");
        assertThat(problems(new byte[] {'a', ':', ' ', (byte) 0xC3}))
                .extracting(Problem::code)
                .containsExactly("contract.encoding");
    }

    @Test
    void readsPastTheByteOrderMark() {
        assertThat(problems(("\uFEFF" + descriptorWith("")).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void refusesControlCharacterAtItsPlace() {
        Problem problem = onlyProblem("a: b\nc: \u0007");

        assertThat(problem.code()).isEqualTo("contract.character");
        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.column()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "\\udc00\\ud800"})
    void refusesEscapeOfWhatNoDatabaseTakes(String escape) {
        assertThat(problem("contract.character", descriptorWith("note: \"" + escape + "\""))
                        .line())
                .isEqualTo(9);
        assertThat(problem("contract.character", "{\"kind\": \"" + escape + "\"}")
                        .line())
                .isEqualTo(1);
    }

    @Test
    void acceptsEscapedCharacterBeyondTheBasicPlane() {
        assertThat(Documents.product(descriptorWith("note: \"\\ud83d\\ude00\"")).custom())
                .containsEntry("note", "😀");
    }

    @Test
    void refusesNumberOfAThousandDigits() {
        assertThat(problem("contract.number.too-long", descriptorWith("note: " + "9".repeat(1_000)))
                        .line())
                .isEqualTo(9);
        assertThat(problem("contract.number.too-long", "{\"kind\": " + "9".repeat(400_000) + "}")
                        .line())
                .isEqualTo(1);
    }

    @Test
    void keepsNumberBeyondADoubleAsText() {
        assertThat(Documents.product(descriptorWith("note: [1e999, .inf, .nan]"))
                        .custom())
                .containsEntry("note", java.util.List.of("1e999", ".inf", ".nan"));
    }

    @Test
    void survivesHugeNamesOfUnknownThings() {
        String keys =
                IntStream.range(0, 20_000).mapToObj(i -> "kez" + i + ": v\n").collect(Collectors.joining());

        assertThat(refused("kind: DataContract\napiVersion: v3.1.0\n" + keys)).hasSize(1_001);
    }

    @Test
    void survivesManyWrongItemsAndLongText() {
        String items = "[" + "1,".repeat(200_000) + "]";

        assertThat(refused("kind: DataContract\napiVersion: v3.1.0\nschema: " + items))
                .hasSize(1_001);
        assertThat(refused("kind: " + "DataContrakt ".repeat(30_000)).getFirst().message())
                .hasSizeLessThan(200);
    }

    @Test
    void survivesThousandsOfChecksOfOneName() {
        String checks = "quality_checks: [" + "{name: completeness},".repeat(20_000) + "]";

        assertThat(Documents.product(descriptorWith(checks)).qualityChecks())
                .hasSize(20_000)
                .last()
                .extracting(check -> check.name())
                .isEqualTo("completeness_20000");
    }

    @Test
    void survivesThousandsOfUnknownColumnsAmongThousandsOfFields() {
        String fields = IntStream.range(0, 5_000)
                .mapToObj(i -> "{name: field_number_" + i + "},")
                .collect(Collectors.joining());
        String checks = "{name: uniqueness, column: fjeld_number},".repeat(6_000);
        String document = descriptorWith("quality_checks: [" + checks + "]")
                .replace("    - {name: amount, type: decimal}\n", "")
                .replace("schema:\n    - {name: id, type: string}", "schema: [" + fields + "]");

        assertThat(refused(document)).hasSize(1_001);
    }

    @Test
    void refusesNamesThatGrowWhereverTheyAreRepeated() {
        String rules = "{metric: rowCount, mustBe: 1},".repeat(10_000);
        String document =
                Documents.odcsWith("schema: [{name: " + "n".repeat(100_000) + ", quality: [" + rules + "]}]\n");

        assertThat(problem("contract.object.name.too-long", document).pointer()).isEqualTo("/schema/0/name");
    }

    @Test
    void survivesRegularExpressionOfManyGroups() {
        String check = "quality_checks: [{name: validity, column: id, pattern: '" + "(".repeat(100_000) + "'}]";

        assertThat(onlyProblem(descriptorWith(check)).code()).isEqualTo("contract.check.pattern.invalid");
    }
}
