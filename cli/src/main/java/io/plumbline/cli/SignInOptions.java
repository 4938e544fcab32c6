package io.plumbline.cli;

import io.plumbline.model.BadInput;
import io.plumbline.server.OidcSettings;
import io.plumbline.server.RoleMap;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How people sign in by OpenID Connect. */
final class SignInOptions {
    /** Not an option: what stands on a command line others on the machine can read. */
    private static final String SECRET = "PLUMBLINE_OIDC_CLIENT_SECRET";

    @Option(
            names = "--oidc-issuer",
            paramLabel = "URL",
            description =
                    "Let people sign in by OpenID Connect at this identity provider; its issuer, exactly as it calls itself.")
    private @Nullable String issuer;

    @Option(names = "--oidc-client-id", paramLabel = "ID", description = "What Plumbline is called there.")
    private @Nullable String clientId;

    @Option(
            names = "--oidc-client-secret-file",
            paramLabel = "FILE",
            description = "The client's secret; or in the environment, $" + SECRET
                    + ". Without one Plumbline is a public client.")
    private @Nullable Path secretFile;

    @Option(
            names = "--oidc-roles",
            paramLabel = "FILE",
            description =
                    "What groups there mean here: a YAML list of group, role, accounts, ous; the first that fits counts.")
    private @Nullable Path rolesFile;

    @Option(
            names = "--oidc-title",
            paramLabel = "TEXT",
            description = "What the page calls it (default: ${DEFAULT-VALUE}).",
            defaultValue = "single sign-on")
    @SuppressWarnings("NullAway.Init")
    private String title;

    @Option(
            names = "--oidc-scopes",
            split = ",",
            paramLabel = "S",
            description = "The scopes to ask for (default: ${DEFAULT-VALUE}).",
            defaultValue = "openid,profile,email")
    @SuppressWarnings("NullAway.Init")
    private List<String> scopes;

    @Option(
            names = "--oidc-name-claim",
            paramLabel = "CLAIM",
            description = "The claim of the ID token that holds people's names (default: ${DEFAULT-VALUE}).",
            defaultValue = "preferred_username")
    @SuppressWarnings("NullAway.Init")
    private String nameClaim;

    @Option(
            names = "--oidc-groups-claim",
            paramLabel = "CLAIM",
            description =
                    "The claim that holds their groups, such as groups or realm_access.roles (default: ${DEFAULT-VALUE}).",
            defaultValue = "groups")
    @SuppressWarnings("NullAway.Init")
    private String groupsClaim;

    @Option(
            names = "--no-local-sign-in",
            description =
                    "Take names and passwords no more, as soon as an admin who sees every account has come in by OpenID Connect.")
    private boolean localOff;

    /**
     * What these options say; empty without {@code --oidc-issuer}.
     *
     * @throws BadInput if something is missing, or nobody could get in
     */
    Optional<OidcSettings> settings() {
        if (issuer == null) {
            if (localOff || clientId != null || secretFile != null || rolesFile != null) {
                throw new BadInput(
                        "Signing in by OpenID Connect takes --oidc-issuer: without it passwords are the only way in.");
            }
            return Optional.empty();
        }
        if (clientId == null || rolesFile == null) {
            throw new BadInput(
                    "--oidc-issuer goes with --oidc-client-id and --oidc-roles: without roles nobody may come in.");
        }
        return Optional.of(new OidcSettings(
                issuer,
                clientId,
                secret(),
                title,
                scopes,
                nameClaim,
                groupsClaim,
                RoleMap.read("--oidc-roles " + rolesFile, OptionFile.text(rolesFile, "--oidc-roles")),
                localOff));
    }

    private Optional<String> secret() {
        Optional<String> secret = secretFile == null
                ? Optional.ofNullable(System.getenv(SECRET))
                : Optional.of(OptionFile.text(secretFile, "--oidc-client-secret-file"));
        return secret.map(String::strip).filter(text -> !text.isEmpty());
    }
}
