package io.plumbline.report;

import io.plumbline.assess.AssessedAccount;
import io.plumbline.assess.Assessment;
import io.plumbline.assess.Catalog;
import io.plumbline.assess.ControlResult;
import io.plumbline.assess.Framework;
import io.plumbline.assess.Gap;
import io.plumbline.assess.Rule;
import io.plumbline.assess.UnitResult;
import io.plumbline.model.Status;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Two frameworks, a loose rule and five accounts, with names that nobody should have and somebody has. */
record NastyAssessment(
        Catalog catalog,
        List<String> frameworks,
        List<AssessedAccount> accounts,
        Optional<Consumer<Consumer<UnitResult>>> other)
        implements Assessment {
    static final Instant NOW = Instant.parse("2026-11-21T23:19:02Z");

    static final List<AssessedAccount> ACCOUNTS = List.of(
            new AssessedAccount(NastyUnits.QUOTES, "prod, \"core\"", "ACTIVE", true),
            new AssessedAccount(NastyUnits.SCRIPT, "<script>alert(\"x\")</script> & Söhne", "ACTIVE", true),
            new AssessedAccount(NastyUnits.CLOSED_DOOR, "=HYPERLINK(\"http://example.com\")", "ACTIVE", false),
            new AssessedAccount(NastyUnits.FOX, "🦊 データ\nteam\u001b[2J\u202e of nobody in particular", "ACTIVE", true),
            new AssessedAccount(NastyUnits.SUSPENDED, "closed <now>", "SUSPENDED", false));

    NastyAssessment(Catalog catalog, List<String> frameworks, List<AssessedAccount> accounts) {
        this(catalog, frameworks, accounts, Optional.empty());
    }

    /** With other units than the nasty ones. */
    NastyAssessment(
            Catalog catalog,
            List<String> frameworks,
            List<AssessedAccount> accounts,
            Consumer<Consumer<UnitResult>> units) {
        this(catalog, frameworks, accounts, Optional.of(units));
    }

    static ReportInput input() {
        return input(TableOptions.PLAIN);
    }

    static ReportInput input(TableOptions table) {
        return input(List.of("nasty-1", "other-2"), table);
    }

    static ReportInput input(List<String> frameworks, TableOptions table) {
        Catalog catalog = rules();
        return new ReportInput(new NastyAssessment(catalog, frameworks, ACCOUNTS), catalog, "0.1.0", table);
    }

    static Catalog rules() {
        try {
            return Catalog.of(
                    Path.of(NastyAssessment.class.getResource("catalog").toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Selected(String framework, Framework.Control control, Rule rule) {}

    private List<Selected> selected() {
        Stream<Selected> known = frameworks.stream()
                .flatMap(id -> catalog.framework(id).controls().stream()
                        .map(control -> new Selected(id, control, catalog.rule(control.rule()))));
        Selected loose = new Selected(
                "", new Framework.Control("trail-loose", "trail-loose", "", 1, false), catalog.rule("trail-loose"));
        return Stream.concat(known, frameworks.size() > 1 ? Stream.of(loose) : Stream.of())
                .toList();
    }

    private static List<UnitResult> units(Selected selected, AssessedAccount account) {
        return account.status().equals("ACTIVE")
                ? NastyUnits.of(
                        selected.framework(),
                        selected.control().control(),
                        selected.rule().id(),
                        account.id())
                : List.of();
    }

    @Override
    public void units(Consumer<UnitResult> consumer) {
        if (other.isPresent()) {
            other.get().accept(consumer);
            return;
        }
        selected()
                .forEach(one -> accounts.forEach(account -> units(one, account).forEach(consumer)));
    }

    @Override
    public List<ControlResult> controls() {
        List<ControlResult> controls = new ArrayList<>();
        for (Selected one : selected()) {
            accounts.stream()
                    .filter(account -> account.status().equals("ACTIVE"))
                    .forEach(account -> controls.add(control(one, account, units(one, account))));
        }
        return controls;
    }

    private static ControlResult control(Selected one, AssessedAccount account, List<UnitResult> units) {
        long excepted =
                units.stream().filter(unit -> unit.exception().isPresent()).count();
        long failed = count(units, Status.FAIL) - excepted;
        long checked = count(units, Status.PASS) + count(units, Status.FAIL);
        long affected = units.stream()
                .filter(unit -> unit.status() == Status.FAIL && unit.exception().isEmpty())
                .flatMap(unit -> unit.asset().stream())
                .distinct()
                .count();
        return new ControlResult(
                one.framework(),
                one.control().control(),
                one.rule().id(),
                one.rule().title(),
                one.control().section(),
                one.rule().category(),
                one.control().level(),
                one.control().scored(),
                one.rule().severity(),
                account.id(),
                account.name(),
                Status.ofControl(failed, count(units, Status.UNKNOWN), count(units, Status.MANUAL), checked),
                failed,
                checked,
                excepted,
                count(units, Status.NOT_APPLICABLE),
                count(units, Status.MANUAL),
                count(units, Status.UNKNOWN),
                affected,
                NOW);
    }

    private static long count(List<UnitResult> units, Status status) {
        return units.stream().filter(unit -> unit.status() == status).count();
    }

    @Override
    public String snapshot() {
        return "2026-11-21T23-19-02Z";
    }

    @Override
    public Instant now() {
        return NOW;
    }

    @Override
    public String partition() {
        return "aws";
    }

    @Override
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>(IntStream.rangeClosed(1, 17)
                .mapToObj(number -> new Gap(
                        NastyUnits.SCRIPT,
                        "region-" + (10 + number),
                        "aws_kms_key",
                        "kms:GetKeyRotationStatus",
                        "AccessDeniedException",
                        "no identity-based policy allows it <b>",
                        List.of("iam-keys")))
                .toList());
        gaps.add(new Gap(NastyUnits.SCRIPT, "global", "aws_iam_user", "", "NotRequested", "", List.of("iam-mfa")));
        gaps.add(new Gap(
                NastyUnits.CLOSED_DOOR,
                "global",
                "aws_account",
                "sts:AssumeRole",
                "AccessDenied",
                "with an explicit deny in a service control policy",
                List.of("iam-contact", "iam-keys", "iam-mfa", "trail-never", "trail-on")));
        return gaps;
    }

    @Override
    public List<String> messages() {
        return List.of("The exception 'old' <b>expired</b> on 2026-10-31 and does not count.");
    }
}
