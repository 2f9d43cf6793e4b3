package io.meshwork.e2e.newcomer;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code mesh} in a repository of its own, whose folder has a space in its name, with JDKs and a Maven that tell what they are asked for.
 * DemoIT runs what it starts.
 */
class MeshScriptTest {

    private static final int PATIENCE_SECONDS = 60;

    /** All that the script needs of a machine; a PATH of these has neither Java nor Maven. */
    private static final List<String> TOOLS = List.of(
            "bash",
            "cat",
            "dirname",
            "find",
            "kill",
            "mkdir",
            "mktemp",
            "mv",
            "pgrep",
            "readlink",
            "rm",
            "sed",
            "tail",
            "tee",
            "touch");

    @TempDir
    Path folder;

    private Path repository;
    private final Map<String, String> environment = new HashMap<>();

    private record Run(int exitCode, String out, String err) {}

    @BeforeEach
    void aRepository() throws IOException {
        repository = Files.createDirectories(folder.resolve("my mesh"));
        for (String file : List.of("mesh", "lib/jdk.sh")) {
            Files.createDirectories(repository.resolve(file).getParent());
            Files.copy(Path.of("..").resolve(file), repository.resolve(file));
        }
        Files.createDirectories(repository.resolve("local/src/main"));
        Files.createFile(repository.resolve("pom.xml"));
        Files.createFile(repository.resolve("local/pom.xml"));
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : TOOLS) {
            Files.createSymbolicLink(tools.resolve(tool), onPath(tool));
        }
        environment.put("PATH", tools.toString());
        environment.put("HOME", folder.toString());
        environment.put("JAVA_HOME", jdk("jdk 25", "25.0.1").toString());
    }

    @Test
    void givesEveryArgumentAsItIsAndEndsAsTheCommandEnds() throws Exception {
        built();
        environment.put("ENDS_WITH", "3");

        Run run = mesh("publish", "my contract.yaml", "*");

        assertThat(run.exitCode).isEqualTo(3);
        assertThat(run.out)
                .contains("JAVA_HOME=" + folder.resolve("jdk 25") + "\n")
                .contains("-Dmesh.home=" + repository.resolve(".mesh") + "\n")
                .contains("-Dmesh.dist=" + repository.resolve("local/target/dist") + "\n")
                .endsWith("io.meshwork.local.Main\npublish\nmy contract.yaml\n*\n");
    }

    @Test
    void isStartedFromAnywhereAndThroughALink() throws Exception {
        built();
        Path link = Files.createSymbolicLink(folder.resolve("m"), repository.resolve("mesh"));

        Run run = run(folder, link.toString(), "--home", "some where", "status");

        assertThat(run.out)
                .contains("-Dmesh.dist=" + repository.resolve("local/target/dist") + "\n")
                .contains("-Dmesh.home=" + folder.resolve("some where") + "\n");
        assertThat(run.exitCode).isZero();
    }

    @Test
    void passesOverAJdkThatIsTooOld() throws Exception {
        built();
        environment.put("JAVA_HOME", jdk("jdk 17", "17.0.15").toString());
        environment.merge("PATH", jdk("other jdk", "26").resolve("bin").toString(), (path, more) -> more + ":" + path);

        assertThat(mesh("status").out).contains("JAVA_HOME=" + folder.resolve("other jdk") + "\n");
    }

    @Test
    void saysWhatToInstallWhenNoJdkWillDo() throws Exception {
        environment.put("JAVA_HOME", jdk("jdk 17", "17.0.15").toString());
        // In place of the usual folders, where this machine may have one.
        String elsewhere = "jdk_candidates() { echo \"$JAVA_HOME\"; echo /nowhere; }";

        Run run = run(repository, "-c", "command=mesh; . lib/jdk.sh; " + elsewhere + "; find_jdk; echo found");

        assertThat(run.exitCode).isEqualTo(5);
        assertThat(run.out).isEmpty();
        assertThat(run.err).contains("no JDK 25 or later", "JAVA_HOME", "Eclipse Temurin 25");
    }

    @Test
    void buildsWhatIsNotBuiltAndShowsHowFarItIs() throws Exception {
        maven("echo '[INFO] Building schemas 0.1.0-SNAPSHOT      [2/12]'; mkdir -p local/target/dist/lib");

        Run first = mesh("status");
        Run second = mesh("status");

        assertThat(first.exitCode).as(first.err).isZero();
        assertThat(first.err).contains("the first time takes a few minutes", "  [2/12] schemas\n");
        assertThat(repository.resolve(".mesh/logs/build.log")).content().contains("[INFO] Building schemas");
        assertThat(asked()).containsExactly("-B -DskipTests -pl local -am package");
        assertThat(second.err).isEmpty();
    }

    @Test
    void buildsAgainWhenASourceIsYounger() throws Exception {
        built();
        maven("true");
        Path source = Files.createFile(repository.resolve("local/src/main/Some.java"));
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));

        mesh("status");

        assertThat(asked()).hasSize(1);
    }

    @Test
    void aBuildThatFailsIsToldWithTheEndOfItsLog() throws Exception {
        maven("echo '[ERROR] Some.java: cannot find symbol'; exit 1");

        Run run = mesh("demo");

        assertThat(run.exitCode).isEqualTo(1);
        assertThat(run.out).isEmpty();
        assertThat(run.err)
                .contains("cannot find symbol")
                .endsWith("the build failed; everything Maven said is in " + repository.resolve(".mesh/logs/build.log")
                        + "\n");
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        Run run = mesh("demo");

        assertThat(run.exitCode).isEqualTo(1);
        assertThat(run.err).contains("Maven is needed", "3.8.7");
    }

    @Test
    void testsRunInTheRepositoryWithWhatElseMavenIsToldAndTheJdkFound() throws Exception {
        maven("pwd; echo $JAVA_HOME; exit 1");

        Run run = run(folder, repository.resolve("mesh").toString(), "test", "-pl", "cli");

        assertThat(run.exitCode).isEqualTo(1);
        assertThat(run.out.lines())
                .containsExactly(repository.toString(), folder.resolve("jdk 25").toString());
        assertThat(asked()).containsExactly("verify -pl cli");
    }

    @Test
    void doesNotRebuildUnderAMeshThatRuns() throws Exception {
        maven("true");
        Files.createDirectories(repository.resolve(".mesh"));
        Files.writeString(
                repository.resolve(".mesh/mesh.pid"),
                String.valueOf(ProcessHandle.current().pid()));

        Run test = mesh("test");
        Run status = mesh("status");

        assertThat(test.exitCode).isEqualTo(1);
        assertThat(test.err).contains("a mesh is running", "mesh down");
        assertThat(status.err)
                .contains("stop process " + ProcessHandle.current().pid() + " first");
        assertThat(folder.resolve("asked")).doesNotExist();
    }

    private Run mesh(String... arguments) throws Exception {
        return run(
                repository,
                Stream.concat(Stream.of("mesh"), Stream.of(arguments)).toArray(String[]::new));
    }

    private Run run(Path in, String... arguments) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of(onPath("bash").toString()), Stream.of(arguments))
                                .toList())
                .directory(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process script = builder.start();
        if (!script.waitFor(PATIENCE_SECONDS, SECONDS)) {
            script.descendants().forEach(ProcessHandle::destroyForcibly);
            script.destroyForcibly();
            fail("%s did not end; it said:%n%s%s", List.of(arguments), Files.readString(out), Files.readString(err));
        }
        return new Run(script.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** A JDK whose Java tells its home and its arguments, a line each. */
    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(
                home.resolve("release"),
                "JAVA_RUNTIME_VERSION=\"%s+8-LTS\"\nJAVA_VERSION=\"%s\"\n".formatted(version, version));
        program(home.resolve("bin/javac"), "exit 1");
        program(home.resolve("bin/java"), "printf '%s\\n' \"JAVA_HOME=$JAVA_HOME\" \"$@\"; exit ${ENDS_WITH:-0}");
        return home;
    }

    private void maven(String does) throws IOException {
        program(folder.resolve("tools/mvn"), "echo \"$*\" >>'" + folder.resolve("asked") + "'\n" + does);
    }

    /** What Maven was called with, a line for each time. */
    private List<String> asked() throws IOException {
        return Files.readAllLines(folder.resolve("asked"));
    }

    private void built() throws IOException {
        Path dist = Files.createDirectories(repository.resolve("local/target/dist"));
        Files.createFile(Files.createDirectories(dist.resolve("lib")).resolve("a.jar"));
        Files.createFile(dist.resolve("built"));
    }

    private void program(Path file, String does) throws IOException {
        Files.writeString(file, "#!" + onPath("bash") + "\n" + does + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static Path onPath(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(entry -> Path.of(entry, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
