package io.plumbline.cli;

import io.plumbline.collect.Checkup;
import io.plumbline.collect.ScanRequest;
import io.plumbline.collect.Scanner;
import io.plumbline.snapshot.Need;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code plumbline doctor}. */
@Command(
        name = "doctor",
        description =
                "Before a long scan: who am I, which accounts open, which permissions, policies and regions stand in the way.",
        footer = {"", "Example: plumbline doctor --organization --role PlumblineAudit"})
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private final Home home = new Home();

    @Mixin
    private final WhoOptions who = new WhoOptions();

    @Mixin
    private final WhatOptions what = new WhatOptions();

    @Mixin
    private final TextFormatOption format = new TextFormatOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<String> accounts = who.accounts();
        Checkup checkup;
        try (Judge judge = new Judge(spec, home.path(), what, new OutputOptions())) {
            List<Need> needs = judge.needs(new LinkedHashSet<>(accounts));
            Scanner scanner = new Scanner(
                    home.path(),
                    judge.types().sources(),
                    judge.types(),
                    Version.current(),
                    new ProgressLines(spec.commandLine().getErr()),
                    ProgressLines::askPerson);
            checkup = scanner.checkup(request(accounts), needs);
        }
        PrintWriter out = spec.commandLine().getOut();
        switch (format.chosen()) {
            case json -> out.println(JsonMapper.shared().writeValueAsString(checkup));
            case table -> print(checkup, out);
        }
        out.flush();
        return checkup.healthy() ? ExitCode.DONE : ExitCode.ERROR;
    }

    private ScanRequest request(List<String> accounts) {
        return who.request("doctor", Instant.now(), accounts, what, false);
    }

    private static void print(Checkup checkup, PrintWriter out) {
        out.println("You are " + checkup.caller() + " in partition " + checkup.partition() + ".");
        for (Checkup.AccountCheck account : checkup.accounts()) {
            out.println();
            String name =
                    account.name().equals(account.id()) ? account.id() : account.name() + " (" + account.id() + ")";
            out.println(name + ": "
                    + (account.entered()
                            ? "opens, " + account.regions() + " regions"
                            : "does not open: " + account.trouble()));
            account.refused().forEach((what, where) -> out.println("  " + what + " in " + String.join(", ", where)));
            if (account.entered() && account.refused().isEmpty()) {
                out.println("  every permission that was tried is there");
            }
        }
        out.println();
        out.println("A scan of this scope takes about " + checkup.cells()
                + " list calls, and one or more for each key, user and trail found.");
        long open = checkup.accounts().stream()
                .filter(Checkup.AccountCheck::entered)
                .count();
        out.println(
                checkup.healthy()
                        ? "All in order."
                        : open + " of " + checkup.accounts().size()
                                + " accounts open; the lines above say what is in the way."
                                + " `plumbline permissions` prints what the role needs.");
    }
}
