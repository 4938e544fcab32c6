package io.plumbline.report;

import io.plumbline.assess.UnitResult;
import io.plumbline.assess.Waiver;
import io.plumbline.model.FindingId;
import io.plumbline.model.Partition;
import io.plumbline.model.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Verdicts with everything in their texts that has ever broken a report. */
final class NastyUnits {
    static final String QUOTES = "111122223333";
    static final String SCRIPT = "222233334444";
    static final String CLOSED_DOOR = "333344445555";
    static final String FOX = "444455556666";
    static final String SUSPENDED = "555566667777";

    static final int MANY = 250;

    static final Waiver WAIVER = new Waiver(
            "EX-1 <b>\"x\"</b>",
            List.of("iam-mfa"),
            new Waiver.Scope(List.of(QUOTES), List.of(), List.of(), List.of(), Map.of()),
            "=cmd|' /C calc'!A0, break-glass <user>",
            "@owner",
            "approver, CISO",
            Instant.parse("2027-01-01T00:00:00Z"));

    private NastyUnits() {}

    /** What a rule says in an account, in the order of an assessment. */
    static List<UnitResult> of(String framework, String control, String rule, String account) {
        if (account.equals(CLOSED_DOOR)) {
            return List.of(unit(
                    framework,
                    control,
                    rule,
                    account,
                    "global",
                    account,
                    Optional.empty(),
                    Status.UNKNOWN,
                    "sts:AssumeRole: AccessDenied, with an explicit deny in a service control policy"));
        }
        return switch (rule) {
            case "iam-mfa" -> mfa(framework, control, account);
            case "iam-keys" -> keys(framework, control, account);
            case "iam-contact" ->
                List.of(unit(
                        framework,
                        control,
                        rule,
                        account,
                        "global",
                        account,
                        Optional.empty(),
                        Status.MANUAL,
                        "wait for an attestation"));
            case "trail-on" -> trail(framework, control, account);
            default ->
                List.of(unit(
                        framework,
                        control,
                        rule,
                        account,
                        "global",
                        account,
                        Optional.empty(),
                        Status.NOT_APPLICABLE,
                        "does not apply"));
        };
    }

    private static List<UnitResult> mfa(String framework, String control, String account) {
        List<UnitResult> units = new ArrayList<>();
        if (account.equals(QUOTES)) {
            units.add(user(
                    framework,
                    control,
                    account,
                    "ana \"the, boss\"\n<script>alert(1)</script>",
                    Status.FAIL,
                    "=1+1 has no MFA"));
            UnitResult excepted = user(framework, control, account, "break-glass", Status.FAIL, "has no MFA");
            units.add(new UnitResult(
                    framework,
                    control,
                    excepted.rule(),
                    account,
                    "global",
                    excepted.unit(),
                    excepted.asset(),
                    Status.FAIL,
                    excepted.reason(),
                    List.of(),
                    "{}",
                    Optional.of(WAIVER),
                    Optional.empty(),
                    List.of(),
                    excepted.findingId()));
            units.add(user(framework, control, account, "service", Status.NOT_APPLICABLE, "has no console password"));
            UnitResult passed = user(framework, control, account, "Žofie 🦊", Status.PASS, "has MFA");
            units.add(new UnitResult(
                    framework,
                    control,
                    passed.rule(),
                    account,
                    "global",
                    passed.unit(),
                    passed.asset(),
                    Status.PASS,
                    passed.reason(),
                    List.of("-1 the device is old", "<i>really</i>"),
                    passed.evidence(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    passed.findingId()));
        } else if (account.equals(FOX)) {
            for (int number = 0; number < MANY; number++) {
                units.add(user(
                        framework, control, account, String.format("user-%04d", number), Status.FAIL, "has no MFA"));
            }
        } else {
            units.add(user(framework, control, account, "bo", Status.PASS, "has MFA"));
        }
        return units;
    }

    private static List<UnitResult> keys(String framework, String control, String account) {
        if (account.equals(SCRIPT)) {
            String region = "region:" + account + ":eu-west-1";
            return List.of(unit(
                    framework,
                    control,
                    "iam-keys",
                    account,
                    "eu-west-1",
                    region,
                    Optional.empty(),
                    Status.UNKNOWN,
                    "kms:GetKeyRotationStatus: AccessDeniedException {0} [not a link](javascript:alert(1))"));
        }
        String user = "arn:aws:iam::" + account + ":user/bo";
        return List.of(unit(
                framework,
                control,
                "iam-keys",
                account,
                "global",
                user + "/@SUM(A1)",
                Optional.of(user),
                Status.PASS,
                "+fresh"));
    }

    private static List<UnitResult> trail(String framework, String control, String account) {
        String owner = "arn:aws:cloudtrail:us-east-1:" + QUOTES + ":trail/org";
        if (account.equals(SCRIPT)) {
            UnitResult inherited = unit(
                    framework,
                    control,
                    "trail-on",
                    account,
                    "us-east-1",
                    owner,
                    Optional.of(owner),
                    Status.NOT_APPLICABLE,
                    "judged in " + QUOTES);
            return List.of(new UnitResult(
                    framework,
                    control,
                    "trail-on",
                    account,
                    "us-east-1",
                    owner,
                    inherited.asset(),
                    inherited.status(),
                    inherited.reason(),
                    List.of(),
                    "{}",
                    Optional.empty(),
                    Optional.of(QUOTES),
                    List.of(),
                    inherited.findingId()));
        }
        return account.equals(FOX)
                ? List.of(unit(
                        framework,
                        control,
                        "trail-on",
                        account,
                        "global",
                        account,
                        Optional.empty(),
                        Status.FAIL,
                        "no trail [click](https://example.com) {1}"))
                : List.of(unit(
                        framework,
                        control,
                        "trail-on",
                        account,
                        "us-east-1",
                        owner,
                        Optional.of(owner),
                        Status.PASS,
                        "is on"));
    }

    private static UnitResult user(
            String framework, String control, String account, String name, Status status, String reason) {
        String arn = "arn:aws:iam::" + account + ":user/" + name;
        return unit(framework, control, "iam-mfa", account, "global", arn, Optional.of(arn), status, reason);
    }

    private static UnitResult unit(
            String framework,
            String control,
            String rule,
            String account,
            String region,
            String unit,
            Optional<String> asset,
            Status status,
            String reason) {
        return new UnitResult(
                framework,
                control,
                rule,
                account,
                region,
                unit,
                asset,
                status,
                reason,
                List.of(),
                "{\"text\": \"</script><b>\", \"big\": 12345678901234567890.5, \"list\": [null, true, {\"fox\": \"🦊\"}]}",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                FindingId.of(rule, new Partition("aws"), unit));
    }
}
