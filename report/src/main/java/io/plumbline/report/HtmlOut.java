package io.plumbline.report;

import com.google.errorprone.annotations.CompileTimeConstant;
import io.plumbline.model.Severity;
import io.plumbline.model.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Writes HTML in which nothing from outside can become markup: {@link #html} takes only what stands in our own source as a literal, which
 * the compiler checks (Error Prone, CompileTimeConstant); all else goes through {@link #text}, which escapes.
 */
final class HtmlOut {
    private final Writer writer;

    HtmlOut(Writer writer) {
        this.writer = writer;
    }

    /** Markup of ours. */
    HtmlOut html(@CompileTimeConstant final String markup) {
        Streams.append(writer, markup);
        return this;
    }

    /** Text of anybody: what could be markup is escaped, what HTML does not allow at all is replaced (HTML standard, 13.1.4). */
    HtmlOut text(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\r' -> escaped.append('\n');
                default -> escaped.appendCodePoint(allowed(point) ? point : 0xFFFD);
            }
        });
        Streams.append(writer, escaped);
        return this;
    }

    private static boolean allowed(int point) {
        boolean control = (point < 0x20 && point != '\t' && point != '\n') || (point >= 0x7F && point < 0xA0);
        boolean half = point >= 0xD800 && point <= 0xDFFF;
        boolean noncharacter = (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
        return !control && !half && !noncharacter && !turnsDirection(point);
    }

    /** Embeddings, overrides and isolates (Unicode Standard Annex #9): in a name they only serve to make it look like another. */
    private static boolean turnsDirection(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    }

    /** A name that others chose, set apart so that its direction of writing cannot reach what stands around it. */
    HtmlOut name(String name) {
        return html("<bdi>").text(name).html("</bdi>");
    }

    /** An account, always "name (id)". */
    HtmlOut account(String name, String id) {
        return name.isBlank() || name.equals(id)
                ? text(id)
                : name(name).html(" (").text(id).html(")");
    }

    HtmlOut number(long number) {
        return text(PlainText.number(number));
    }

    /** A number with the noun it counts. */
    HtmlOut count(long number, @CompileTimeConstant final String noun) {
        return number(number).text(" ").html(noun).html(number == 1 ? "" : "s");
    }

    /** A status with its sign: the word never stands alone, nor does the colour. */
    HtmlOut status(Status status) {
        switch (status) {
            case PASS ->
                html("<span class=\"status pass\"><svg aria-hidden=\"true\"><use href=\"#pass\"/></svg>Pass</span>");
            case FAIL ->
                html("<span class=\"status fail\"><svg aria-hidden=\"true\"><use href=\"#fail\"/></svg>Fail</span>");
            case UNKNOWN ->
                html(
                        "<span class=\"status unknown\"><svg aria-hidden=\"true\"><use href=\"#unknown\"/></svg>Unknown</span>");
            case MANUAL ->
                html(
                        "<span class=\"status manual\"><svg aria-hidden=\"true\"><use href=\"#manual\"/></svg>Manual</span>");
            case NOT_APPLICABLE ->
                html(
                        "<span class=\"status none\"><svg aria-hidden=\"true\"><use href=\"#none\"/></svg>Not applicable</span>");
        }
        return this;
    }

    HtmlOut severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> html("<span class=\"severity critical\">Critical</span>");
            case HIGH -> html("<span class=\"severity high\">High</span>");
            case MEDIUM -> html("<span class=\"severity medium\">Medium</span>");
            case LOW -> html("<span class=\"severity low\">Low</span>");
            case INFORMATIONAL -> html("<span class=\"severity informational\">Informational</span>");
        };
    }

    /** How much of what was checked failed, for the eye only: the numbers stand beside it. */
    HtmlOut bar(long failed, long checked) {
        if (checked == 0) {
            return html("<span class=\"bar\" aria-hidden=\"true\"></span>");
        }
        return html("<span class=\"bar\" aria-hidden=\"true\"><i style=\"width:")
                .text(Long.toString(checked == failed ? 0 : Math.max(1, 100 * (checked - failed) / checked)))
                .html("%\"></i><b></b></span>");
    }

    /** One of our own resource files, such as a style sheet, as it is. */
    HtmlOut resource(@CompileTimeConstant final String name) {
        try (InputStream stream = HtmlOut.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The program is not whole: its resource " + name + " is missing.");
            }
            Streams.append(writer, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + name + " could not be read: " + e.getMessage(), e);
        }
    }
}
