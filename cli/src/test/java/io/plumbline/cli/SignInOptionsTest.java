package io.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.BadInput;
import io.plumbline.server.OidcSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SignInOptionsTest {
    @TempDir
    private Path folder;

    private static SignInOptions options(List<String> arguments) {
        return CommandLine.populateCommand(new SignInOptions(), arguments.toArray(String[]::new));
    }

    private List<String> usual(String roles, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--oidc-issuer",
                "https://id.example",
                "--oidc-client-id",
                "plumbline",
                "--oidc-roles",
                Files.writeString(folder.resolve("roles.yaml"), roles).toString()));
        arguments.addAll(List.of(more));
        return arguments;
    }

    @Test
    void the_secret_comes_from_a_file_and_is_shown_nowhere() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "s3cr3t\n");
        OidcSettings settings = options(usual(
                        "- {group: a, role: admin}",
                        "--oidc-client-secret-file",
                        file.toString(),
                        "--no-local-sign-in"))
                .settings()
                .orElseThrow();
        assertThat(settings.clientSecret()).contains("s3cr3t");
        assertThat(settings.toString()).doesNotContain("s3cr3t");
        assertThat(settings.localOff()).isTrue();
        assertThat(settings.scopes()).containsExactly("openid", "profile", "email");
        assertThat(settings.nameClaim()).isEqualTo("preferred_username");
        assertThat(settings.groupsClaim()).isEqualTo("groups");
        assertThat(options(List.of()).settings()).isEmpty();
    }

    @Test
    void half_of_it_is_refused_and_so_is_what_would_lock_everybody_out() throws IOException {
        assertThatThrownBy(() -> options(List.of("--no-local-sign-in")).settings())
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("--oidc-issuer");
        assertThatThrownBy(() ->
                        options(List.of("--oidc-issuer", "https://id.example")).settings())
                .hasMessageContaining("--oidc-roles");
        SignInOptions viewers = options(usual("- {group: a, role: viewer}", "--no-local-sign-in"));
        assertThatThrownBy(viewers::settings).hasMessageContaining("cannot be switched off");
        SignInOptions gone = options(usual("- {group: a, role: admin}", "--oidc-client-secret-file", "/no/such/file"));
        assertThatThrownBy(gone::settings).hasMessageContaining("no such file");
    }
}
