package io.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.assess.AssessedAccount;
import io.plumbline.assess.UnitResult;
import io.plumbline.model.BadInput;
import io.plumbline.model.FindingId;
import io.plumbline.model.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every format promises; a new one is under this test without being named here. */
class FormatsTest {
    static Stream<String> formats() {
        return Formats.all().stream().map(Format::id);
    }

    @Test
    void formats_are_found_by_themselves() {
        assertThat(formats()).contains("asff", "csv", "html", "json", "junit", "ocsf", "sarif", "table");
        assertThat(Formats.all().stream().map(Format::fileName)).doesNotHaveDuplicates();
    }

    @Test
    void an_unknown_format_is_refused_with_those_that_exist() {
        assertThatThrownBy(() -> Formats.of("pdf"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("'pdf'")
                .hasMessageContaining("html");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void the_same_assessment_gives_the_same_bytes(String format) {
        assertThat(write(format, NastyAssessment.input())).isEqualTo(write(format, NastyAssessment.input()));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void the_stream_is_flushed_and_left_open(String format) {
        List<String> calls = new ArrayList<>();
        Formats.of(format).write(NastyAssessment.input(), new OutputStream() {
            @Override
            public void write(int oneByte) {}

            @Override
            public void flush() {
                calls.add("flush");
            }

            @Override
            public void close() {
                calls.add("close");
            }
        });
        assertThat(calls).contains("flush").doesNotContain("close");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void a_stream_that_breaks_is_an_error(String format) {
        assertThatThrownBy(() -> Formats.of(format).write(NastyAssessment.input(), new OutputStream() {
                    @Override
                    public void write(int oneByte) throws IOException {
                        throw new IOException("disk full");
                    }
                }))
                .hasStackTraceContaining("disk full")
                .isInstanceOfAny(UncheckedIOException.class, tools.jackson.core.JacksonException.class);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void nothing_at_all_can_be_written(String format) {
        NastyAssessment empty = new NastyAssessment(NastyAssessment.rules(), List.of("nasty-1"), List.of());
        assertThat(write(format, new ReportInput(empty, empty.catalog(), "0.1.0", TableOptions.PLAIN)))
                .isNotNull();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void units_are_let_go_as_they_come(String format) {
        Crowd crowd = new Crowd(NastyAssessment.rules());
        assertThat(write(
                        format,
                        new ReportInput(crowd.assessment(), crowd.assessment().catalog(), "0.1.0", TableOptions.PLAIN)))
                .isNotEmpty();
        assertThat(crowd.stillThere())
                .as("units that %s still held after the last", format)
                .isLessThan(HtmlUnits.SHOWN + 50);
    }

    private static String write(String format, ReportInput input) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Formats.of(format).write(input, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** One account, one rule and thousands of failed units, which are watched. */
    private static final class Crowd {
        private static final int UNITS = 5_000;
        private final List<WeakReference<UnitResult>> given = new ArrayList<>();
        private final NastyAssessment assessment;
        private int alive = -1;

        Crowd(io.plumbline.assess.Catalog catalog) {
            assessment = new NastyAssessment(
                    catalog,
                    List.of("other-2"),
                    List.of(new AssessedAccount(NastyUnits.FOX, "crowd", "ACTIVE", true)),
                    this::units);
        }

        NastyAssessment assessment() {
            return assessment;
        }

        int stillThere() {
            return alive < 0 ? 0 : alive;
        }

        private void units(java.util.function.Consumer<UnitResult> consumer) {
            for (int number = 0; number < UNITS; number++) {
                String unit = "arn:aws:iam::" + NastyUnits.FOX + ":user/" + number;
                UnitResult result = new UnitResult(
                        "other-2",
                        "A.1",
                        "iam-mfa",
                        NastyUnits.FOX,
                        "global",
                        unit,
                        Optional.of(unit),
                        Status.FAIL,
                        "no MFA",
                        List.of(),
                        "{}",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        new FindingId(String.format("%032x", number)));
                given.add(new WeakReference<>(result));
                consumer.accept(result);
            }
            System.gc();
            alive = (int)
                    given.stream().filter(reference -> reference.get() != null).count();
        }
    }
}
