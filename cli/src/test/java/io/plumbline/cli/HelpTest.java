package io.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {
    static Stream<String> commands() {
        return names(Main.commandLine(), "");
    }

    private static Stream<String> names(CommandLine line, String before) {
        return Stream.concat(
                Stream.of(before.strip()),
                line.getSubcommands().entrySet().stream()
                        .flatMap(child -> names(child.getValue(), before + " " + child.getKey())));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_says_what_it_does(String command) {
        StringWriter out = new StringWriter();
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out));
        String[] words = (command + " --help").strip().split(" ");
        assertThat(line.execute(words)).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("Usage: plumbline", "--help");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void the_version_has_two_names(String option) {
        StringWriter out = new StringWriter();
        assertThat(Main.commandLine().setOut(new PrintWriter(out)).execute(option))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).startsWith("plumbline " + Version.current());
    }

    static Stream<String> versions() {
        return Stream.of("--version", "-V", "version");
    }
}
