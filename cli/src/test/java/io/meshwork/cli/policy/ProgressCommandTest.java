package io.meshwork.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Mesh;
import io.meshwork.cli.connection.ServiceStub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How far a change of policies has got. */
class ProgressCommandTest {

    private static final String PATH = "/api/v1/reevaluations";
    private static final String NOTHING = """
            {"due":[],"items":[]}""";
    private static final String UNDER_WAY = """
            {"due":["all"],"items":[{"walk":"all","policySetRevision":9,"products":100000,"reached":40000,
             "changedVerdicts":12,"startedAt":"2027-01-01T00:00:00Z","movedAt":"2027-01-01T00:00:08Z","finished":false,
             "productsPerSecond":5000,"secondsLeft":12}]}""";

    private final ServiceStub service = new ServiceStub("--policies");

    @AfterEach
    void stopService() {
        service.close();
    }

    @Test
    void showsHowFarAWalkHasGot() {
        service.answers(PATH, 200, UNDER_WAY);

        Mesh run = service.run("policy", "progress");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .contains("40000 of 100000", "goes on, 12 s left", "Under way or about to begin: all")
                .doesNotContain("Every product");
    }

    @Test
    void saysThatNothingIsToBeDone() {
        service.answers(PATH, 200, NOTHING);

        assertThat(service.run("policy", "progress", "--wait").out())
                .contains("Every product is judged by the policies in force.");
    }
}
