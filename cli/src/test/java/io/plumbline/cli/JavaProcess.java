package io.plumbline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Plumbline in a process of its own, which can be killed and whose standard output is nobody else's. */
final class JavaProcess {
    private JavaProcess() {}

    /** The command that starts it; its arguments are added to the list. */
    static List<String> command() {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.plumbline.cli.Main"));
    }
}
