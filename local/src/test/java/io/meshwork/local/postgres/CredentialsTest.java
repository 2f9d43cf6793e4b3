package io.meshwork.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {

    @TempDir
    Path folder;

    @Test
    void keepsPasswordsInAFileOnlyItsOwnerCanRead() throws IOException {
        Path file = folder.resolve("credentials.properties");

        String first = Credentials.in(file, List.of("catalog")).passwordOf("catalog");

        assertThat(first).hasSize(36);
        assertThat(Credentials.in(file, List.of("catalog")).passwordOf("catalog"))
                .isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void addsAPasswordForANewRole() {
        Path file = folder.resolve("credentials.properties");
        String first = Credentials.in(file, List.of("catalog")).passwordOf("catalog");

        Credentials later = Credentials.in(file, List.of("catalog", "policy"));

        assertThat(later.passwordOf("catalog")).isEqualTo(first).isNotEqualTo(later.passwordOf("policy"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> later.passwordOf("quality"))
                .withMessageContaining("quality");
    }

    @Test
    void neverPrintsAPassword() {
        assertThat(new Database("jdbc:x", "catalog", "secret").toString()).doesNotContain("secret");
    }
}
