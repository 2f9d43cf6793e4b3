package io.meshwork.quality.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.quality.score.SelfMeasured;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportedChecksTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static ToolReport report(String version, String tool, String suite, int minute) {
        String name = tool + suite + "@" + version + "/" + minute;
        return new ToolReport(
                "shop.orders",
                version,
                tool,
                suite,
                NOON.plusSeconds(60L * minute),
                List.of(new SelfMeasured(name, "validity", 1, true)));
    }

    private static List<String> names(boolean latest, ToolReport... reports) {
        return ReportedChecks.counting(List.of(reports), "1.0.0", latest).stream()
                .map(SelfMeasured::name)
                .toList();
    }

    @Test
    void countsTheNewestOfEachToolAndSuite() {
        assertThat(names(true, report("", "dbt", "", 1), report("1.0.0", "dbt", "", 2), report("", "soda", "", 0)))
                .containsExactly("dbt@1.0.0/2", "soda@/0");
        assertThat(names(true, report("", "dbt", "", 3), report("1.0.0", "dbt", "", 2)))
                .containsExactly("dbt@/3");
        assertThat(names(true, report("", "dbt", "a", 1), report("", "dbt", "b", 2)))
                .containsExactly("dbta@/1", "dbtb@/2");
    }

    @Test
    void countsWhatIsAboutTheLatestForNoOther() {
        assertThat(names(false, report("", "dbt", "", 3), report("1.0.0", "dbt", "", 2), report("2.0.0", "dbt", "", 4)))
                .containsExactly("dbt@1.0.0/2");
    }
}
