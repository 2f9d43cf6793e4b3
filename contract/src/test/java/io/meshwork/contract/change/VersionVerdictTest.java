package io.meshwork.contract.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.change.Change.Kind;
import io.meshwork.contract.version.SemanticVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionVerdictTest {

    private static final Change BREAKING = change(Kind.REMOVED, Impact.BREAKING);
    private static final Change RISKY = change(Kind.LOOSENED, Impact.RISKY);
    private static final Change SAFE = change(Kind.ADDED, Impact.SAFE);
    private static final Change WORDS = change(Kind.REWORDED, Impact.SAFE);

    private static Change change(Kind kind, Impact impact) {
        return new Change(kind, impact, "/schema/0", "/schema", "orders", "before", "after", "A reason.");
    }

    private static List<Change> changes(String worst) {
        return switch (worst) {
            case "breaking" -> List.of(BREAKING, RISKY, SAFE, WORDS);
            case "risky" -> List.of(RISKY, SAFE, WORDS);
            case "safe" -> List.of(SAFE, WORDS);
            case "words" -> List.of(WORDS);
            default -> List.of();
        };
    }

    private static SemanticVersion version(String text) {
        return SemanticVersion.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "1.4.2,      breaking, 2.0.0",
        "1.4.2,      risky,    1.5.0",
        "1.4.2,      safe,     1.5.0",
        "1.4.2,      words,    1.4.3",
        "1.4.2,      none,     1.4.2",
        "0.4.2,      breaking, 1.0.0",
        "2.0.0-rc.1, breaking, 2.0.0",
        "1.5.0-rc.1, breaking, 2.0.0",
        "1.5.0-rc.1, safe,     1.5.0",
        "1.5.1-rc.1, safe,     1.6.0",
        "1.5.1-rc.1, words,    1.5.1"
    })
    void theWorstChangeDecidesTheStep(String from, String worst, String required) {
        assertThat(ContractChanges.requiredVersion(version(from), changes(worst)))
                .hasToString(required);
    }

    @ParameterizedTest
    @CsvSource({
        "1.4.2,      breaking, 2.0.0",
        "1.4.2,      breaking, 2.0.0-rc.1",
        "1.4.2,      breaking, 4.1.0",
        "1.4.2,      safe,     1.5.0",
        "1.4.2,      safe,     2.0.0",
        "1.4.2,      words,    1.4.3",
        "1.4.2,      none,     1.4.2",
        "2.0.0-rc.1, breaking, 2.0.0-rc.2"
    })
    void acceptsAnHonestVersion(String from, String worst, String declared) {
        assertThat(ContractChanges.verdict(version(from), version(declared), changes(worst)))
                .isInstanceOf(VersionVerdict.Enough.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1.4.2,      breaking, 1.5.0",
        "1.4.2,      breaking, 1.4.2",
        "1.4.2,      safe,     1.4.3",
        "1.4.2,      words,    1.4.2",
        "2.0.0-rc.2, breaking, 2.0.0-rc.1",
        "1.4.2,      none,     1.4.1"
    })
    void refusesAVersionThatPromisesTooMuch(String from, String worst, String declared) {
        assertThat(ContractChanges.verdict(version(from), version(declared), changes(worst)))
                .isInstanceOf(VersionVerdict.TooLow.class);
    }

    @Test
    void saysWhyAndWhatToDo() {
        VersionVerdict verdict = ContractChanges.verdict(version("1.4.2"), version("1.5.0"), changes("breaking"));

        assertThat(verdict).isInstanceOfSatisfying(VersionVerdict.TooLow.class, low -> {
            assertThat(low.because()).containsExactly(BREAKING);
            assertThat(low.why()).isEqualTo("1.5.0 has 1 breaking change since 1.4.2, first orders; publish as 2.0.0.");
        });
    }
}
