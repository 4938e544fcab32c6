package io.plumbline.cli;

import io.plumbline.assess.Catalog;
import io.plumbline.aws.AwsTypes;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline serve}. */
@Command(
        name = "serve",
        description = {
            "Serve the Compliance Center: the page at /, the API under /api/, its document at /openapi.yaml.",
            "What a scan that is started there reads is said by the options of `plumbline scan`; schedules narrow it."
        },
        footer = {
            "",
            "Example: plumbline serve --organization --role PlumblineAudit --external-id s3cr3t",
            "Behind a proxy that speaks TLS: plumbline serve --bind 0.0.0.0 --behind-tls --host plumbline.example.com"
        })
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private final Home home = new Home();

    @Mixin
    private final ServeOptions serve = new ServeOptions();

    @Mixin
    private final SignInOptions signIn = new SignInOptions();

    @Mixin
    private final WhoOptions who = new WhoOptions();

    @Mixin
    private final WhatOptions what = new WhatOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Catalog catalog = what.catalog();
        AwsTypes types = AwsTypes.load();
        serve.run(
                spec,
                home.path(),
                catalog,
                types,
                Optional.of(new ServedScans(home.path(), catalog, types, who, what, who.accounts())),
                signIn.settings());
        return ExitCode.DONE;
    }
}
