package io.plumbline.cli;

import static io.plumbline.cli.Asked.enters;
import static io.plumbline.cli.Asked.from;
import static io.plumbline.cli.Asked.operation;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What goes wrong before the first table is read: who we are, the organization's tree, the roles, the regions. */
@ExtendWith(Moto.Shared.class)
class MotoEntranceTest {
    private static final List<String> ONE_RULE = List.of("--rules", "iam-pwd-uppercase");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "DENIED, AccessDenied",
        "EXPIRED, have expired",
        "BROKEN, InternalFailure",
        "CUT, NoAnswer",
        "NOISE, NoAnswer",
        "SOMEONES_PAGE, HTML page",
        "EMPTY, no body",
        "ABYSS, NoAnswer"
    })
    void whoever_cannot_say_who_they_are_is_told_why(Fault fault, String why, Moto moto) throws IOException {
        CommandRun run = CommandRun.scan(moto, folder, ONE_RULE, fault.when(operation("sts", "GetCallerIdentity")));
        assertThat(run.code()).isEqualTo(ExitCode.ERROR);
        assertThat(run.err()).contains("the standard credential chain", why);
    }

    @ParameterizedTest
    @CsvSource({"DENIED, AccessDeniedException", "CUT, NoAnswer", "SOMEONES_PAGE, HTML page", "EMPTY, no body"})
    void a_tree_that_cannot_be_read_is_no_smaller_organization(Fault fault, String why, Moto moto) throws IOException {
        CommandRun run = CommandRun.scan(
                moto, folder, ONE_RULE, fault.when(operation("organizations", "ListAccountsForParent")));
        assertThat(run.code()).isEqualTo(ExitCode.ERROR);
        assertThat(run.err()).contains("organization cannot be read", why);
    }

    @Test
    void a_tag_that_no_account_has_leaves_nothing_to_scan(Moto moto) throws IOException {
        CommandRun run =
                CommandRun.scan(moto, folder, List.of("--rules", "iam-pwd-uppercase", "--account-tag", "team=none"));
        assertThat(run.code()).isEqualTo(ExitCode.ERROR);
        assertThat(run.err()).contains("no account to scan", "team=none");
    }

    /** A spoiled answer of STS or of the list of regions closes that account, and the account says so. */
    @Test
    void each_account_that_does_not_open_says_why(Moto moto) throws IOException {
        String dev = moto.account("dev");
        String prod = moto.account("prod");
        String logs = moto.account("log-archive");
        CommandRun run = CommandRun.scan(
                moto,
                folder,
                ONE_RULE,
                Fault.NOISE.when(enters(dev)),
                Fault.SOMEONES_PAGE.when(enters(prod)),
                Fault.EXPIRED.when(from(logs).and(operation("ec2", "DescribeRegions"))));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.gaps())
                .containsExactlyInAnyOrder(
                        dev + " global sts:AssumeRole NoAnswer",
                        prod + " global sts:AssumeRole NoAnswer",
                        logs + " global ec2:DescribeRegions RequestExpired");
        assertThat(run.statuses())
                .containsEntry(dev + " 1.5", "UNKNOWN 0/0/1")
                .containsEntry(prod + " 1.5", "UNKNOWN 0/0/1")
                .containsEntry(logs + " 1.5", "UNKNOWN 0/0/1")
                .containsEntry(moto.account("management") + " 1.5", "PASS 0/1/0");
    }

    @Test
    void the_doctor_names_what_stands_in_the_way(Moto moto) throws IOException {
        String dev = moto.account("dev");
        String prod = moto.account("prod");
        CommandRun run = CommandRun.doctor(
                moto,
                folder,
                Fault.DENIED.when(enters(dev)),
                Fault.DENIED.when(from(prod).and(operation("kms", "ListKeys"))));
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.ERROR);
        Map<String, JsonNode> accounts = run.json()
                .path("accounts")
                .valueStream()
                .collect(Collectors.toMap(account -> account.path("id").asString(), account -> account));
        assertThat(accounts.get(dev).path("entered").asBoolean()).isFalse();
        assertThat(accounts.get(dev).path("trouble").asString()).contains("AccessDenied");
        assertThat(accounts.get(prod).path("refused").toString()).contains("kms:ListKeys", "AccessDenied");
        assertThat(accounts.get(moto.account("management")).path("refused").isEmpty())
                .isTrue();
    }
}
