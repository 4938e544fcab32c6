package io.plumbline.cli;

import io.plumbline.collect.ScanRequest;
import io.plumbline.model.AccountId;
import io.plumbline.model.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose accounts to read and how to enter them: the options that {@code scan} and {@code doctor} share. */
final class WhoOptions {
    @Option(names = "--profile", paramLabel = "P", description = "A profile of ~/.aws; may be repeated.")
    private List<String> profiles = List.of();

    @Option(names = "--organization", description = "Every account of the organization.")
    private boolean organization;

    @Option(
            names = "--accounts",
            split = ",",
            paramLabel = "ID|FILE",
            description = "These accounts: ids, or a file with one id a line.")
    private List<String> accounts = List.of();

    @Option(
            names = "--role",
            paramLabel = "NAME",
            description = "The role to assume in each account but the caller's own (default: ${DEFAULT-VALUE}).",
            defaultValue = "PlumblineAudit")
    @SuppressWarnings("NullAway.Init")
    private String role;

    @Option(
            names = "--external-id",
            paramLabel = "X",
            description = "The external id that the role's trust policy asks for.")
    private @Nullable String externalId;

    @Option(
            names = "--via",
            split = ",",
            paramLabel = "ARN",
            description = "Roles to assume first, one after the other.")
    private List<String> via = List.of();

    @Option(
            names = "--account-tag",
            paramLabel = "K=V",
            description = "With --organization: only accounts with this tag; may be repeated.")
    private List<String> accountTags = List.of();

    @Option(names = "--max-rps", paramLabel = "N", description = "At most N requests a second over everything.")
    private @Nullable Double maxRps;

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            description = "Where to send requests instead of AWS (also AWS_ENDPOINT_URL).")
    private @Nullable String endpoint;

    /**
     * What a scan with these options is to read.
     *
     * @param accounts as {@link #accounts} answers, which reads files
     */
    ScanRequest request(String id, Instant now, List<String> accounts, WhatOptions what, boolean keepValues) {
        return new ScanRequest(
                id,
                now,
                ScanRequest.callerRegion(profiles),
                profiles,
                organization,
                accounts,
                role,
                Optional.ofNullable(externalId),
                via,
                accountTags(),
                what.regions(),
                what.excludedRegions(),
                endpoint(),
                maxRps(),
                keepValues);
    }

    private List<String> accountTags() {
        if (!accountTags.isEmpty() && !organization) {
            throw new BadInput("--account-tag chooses among the accounts of an organization: add --organization.");
        }
        accountTags.stream().filter(tag -> tag.indexOf('=') < 1).findFirst().ifPresent(tag -> {
            throw new BadInput("--account-tag " + tag + " is not of the form KEY=VALUE.");
        });
        return accountTags;
    }

    private Optional<Double> maxRps() {
        if (maxRps != null && maxRps <= 0) {
            throw new BadInput("--max-rps " + maxRps + " must be more than 0.");
        }
        return Optional.ofNullable(maxRps);
    }

    private Optional<String> endpoint() {
        return Optional.ofNullable(endpoint).or(() -> Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL")));
    }

    /** Account ids, each checked, those of files included. */
    List<String> accounts() {
        List<String> ids = new ArrayList<>();
        for (String given : accounts) {
            if (given.matches("\\d+")) {
                ids.add(id(given, "--accounts"));
            } else {
                ids.addAll(fromFile(Path.of(given)));
            }
        }
        return ids;
    }

    private static List<String> fromFile(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .map(line -> id(line, file.toString()))
                    .toList();
        } catch (IOException e) {
            throw new BadInput("--accounts " + file + " is neither an account id nor a file that can be read.", e);
        }
    }

    private static String id(String text, String where) {
        try {
            return new AccountId(text).value();
        } catch (IllegalArgumentException e) {
            throw new BadInput(where + ": " + e.getMessage(), e);
        }
    }
}
