package io.plumbline.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Scans with the same words are compared with each other, so what makes another scope must stand in them. */
class ScanRequestTest {
    private static String scope(boolean organization, List<String> accounts, List<String> profiles, List<String> tags) {
        return new ScanRequest(
                        "id",
                        Instant.EPOCH,
                        "us-east-1",
                        profiles,
                        organization,
                        accounts,
                        "R",
                        Optional.empty(),
                        List.of(),
                        tags,
                        Set.of("us-east-1"),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        false)
                .scope();
    }

    @Test
    void the_scope_says_whose_accounts_they_are() {
        assertThat(scope(true, List.of(), List.of(), List.of())).isEqualTo("organization; regions us-east-1");
        assertThat(scope(true, List.of("1", "2"), List.of(), List.of("k=v")))
                .isEqualTo("organization, accounts 1, 2 with the tags k=v; regions us-east-1");
        assertThat(scope(false, List.of("1"), List.of(), List.of())).isEqualTo("accounts 1; regions us-east-1");
        assertThat(scope(false, List.of(), List.of(), List.of())).isEqualTo("the caller's account; regions us-east-1");
        assertThat(scope(false, List.of(), List.of("a", "b"), List.of()))
                .isEqualTo("the accounts of profiles a, b; regions us-east-1");
    }
}
