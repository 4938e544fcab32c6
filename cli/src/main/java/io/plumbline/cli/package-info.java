/**
 * The command line: one class a command, each a thin layer over a room. Results go to standard output, everything else to standard
 * error; the exit codes are those of {@link io.plumbline.cli.ExitCode}.
 */
@NullMarked
package io.plumbline.cli;

import org.jspecify.annotations.NullMarked;
