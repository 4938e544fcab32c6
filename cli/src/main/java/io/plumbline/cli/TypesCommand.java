package io.plumbline.cli;

import io.plumbline.model.BadInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline types new}. */
@Command(
        name = "types",
        description = "Start a new AWS resource type in a checkout of Plumbline.",
        subcommands = TypesCommand.New.class)
final class TypesCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "say what to do: plumbline types new TABLE");
    }

    /** {@code plumbline types new TABLE}. */
    @Command(
            name = "new",
            description = "Write the declaration of a resource type and a test that fails until it is filled in.",
            footer = {"", "Example: plumbline types new aws_vpc_subnet"})
    static final class New implements Callable<Integer> {
        @Parameters(
                paramLabel = "TABLE",
                description = "The table's name: aws_, then lower-case words with underscores.")
        @SuppressWarnings("NullAway.Init")
        private String table;

        @Option(
                names = "--checkout",
                paramLabel = "DIR",
                description = "The checkout (default: here).",
                defaultValue = ".")
        @SuppressWarnings("NullAway.Init")
        private Path checkout;

        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Override
        public Integer call() {
            if (!table.matches("aws(_[a-z0-9]+)+")) {
                throw new BadInput("'" + table + "' is not a table name such as aws_vpc_subnet.");
            }
            String name = Arrays.stream(table.split("_"))
                    .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                    .collect(Collectors.joining());
            Path main = checkout.resolve("aws/src/main/java/io/plumbline/aws");
            if (!Files.isDirectory(main)) {
                throw new BadInput(checkout.toAbsolutePath().normalize() + " is not a checkout of Plumbline: it has no "
                        + main + ".");
            }
            Path type = main.resolve(name + ".java");
            Path test = checkout.resolve("aws/src/test/java/io/plumbline/aws/" + name + "Test.java");
            if (Files.exists(type)) {
                throw new BadInput(type + " exists already; nothing was written.");
            }
            write("type/Type.java.txt", type, name);
            write("type/TypeTest.java.txt", test, name);
            spec.commandLine().getOut().println(type + "\n" + test);
            spec.commandLine().getOut().flush();
            return ExitCode.DONE;
        }

        private void write(String template, Path file, String name) {
            Templates.write(template, file, "CLASS", name);
            try {
                Files.writeString(file, Files.readString(file).replace("@TABLE@", table));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException("Cannot write " + file, e);
            }
        }
    }
}
