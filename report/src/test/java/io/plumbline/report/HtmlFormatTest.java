package io.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class HtmlFormatTest {
    @TempDir
    private Path folder;

    private JsonNode page() {
        return OtherParsers.read("html", NastyAssessment.input(), folder);
    }

    @Test
    void only_our_own_elements_and_attributes_are_in_it() {
        JsonNode page = page();
        assertThat(page.get("elements").propertyNames())
                .containsOnly(
                        "html", "head", "meta", "title", "style", "body", "svg", "symbol", "circle", "path", "use",
                        "header", "main", "footer", "h1", "h2", "h3", "h4", "p", "dl", "dt", "dd", "div", "section",
                        "span", "bdi", "i", "b", "table", "caption", "thead", "tbody", "tr", "th", "td", "a", "ul",
                        "li", "details", "summary", "pre", "code", "br");
        assertThat(page.get("attributes").propertyNames())
                .containsOnly(
                        "lang",
                        "charset",
                        "name",
                        "content",
                        "http-equiv",
                        "class",
                        "aria-hidden",
                        "focusable",
                        "id",
                        "viewBox",
                        "cx",
                        "cy",
                        "r",
                        "d",
                        "style",
                        "scope",
                        "href",
                        "colspan",
                        "title");
    }

    @Test
    void names_that_look_like_markup_are_text() {
        JsonNode page = page();
        String text = page.get("all").asString();
        assertThat(text)
                .contains("<script>alert(\"x\")</script> & Söhne")
                .contains("user/ana \"the, boss\"\n<script>alert(1)</script>")
                .contains("<img src=x onerror=alert(1)>")
                .contains("</style> and </details> end things.")
                .contains("EX-1 <b>\"x\"</b>")
                .contains("🦊 データ\nteam\ufffd[2J\ufffd of nobody in particular")
                .doesNotContain("\u001b", "\u202e");
    }

    @Test
    void every_link_stays_inside_and_has_its_target() {
        JsonNode page = page();
        List<String> ids = page.get("ids").valueStream().map(JsonNode::asString).toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(page.get("links").valueStream().map(JsonNode::asString))
                .allSatisfy(link -> assertThat(link).startsWith("#"))
                .allSatisfy(link -> assertThat(ids).contains(link.substring(1)));
    }

    @Test
    void every_table_has_headers_with_a_scope_and_the_page_has_a_language() {
        JsonNode page = page();
        assertThat(page.get("lang").asString()).isEqualTo("en");
        assertThat(page.get("tables").valueStream()).isNotEmpty().allSatisfy(table -> {
            assertThat(table.get("headers").asInt()).isPositive();
            assertThat(table.get("scopes").asInt())
                    .isEqualTo(table.get("headers").asInt());
        });
    }

    @Test
    void it_says_what_is_not_shown_what_was_not_read_and_what_is_excepted() {
        String text = page().get("all").asString();
        assertThat(text)
                .contains("50 more like these are not shown here; the CSV and JSON reports have all.")
                .contains("17 regions", "kms:GetKeyRotationStatus", "AccessDeniedException")
                .contains("closed <now> (555566667777), SUSPENDED")
                .contains("Could not be entered: every control is Unknown")
                .contains("4 of 7 scored control × account results that passed or failed")
                .contains("approver, CISO", "2026-12-31", "1 unit");
    }

    @Property
    void no_text_can_leave_its_place(@ForAll String text) {
        StringWriter page = new StringWriter();
        new HtmlOut(page).text(text);
        assertThat(page.toString())
                .doesNotContain("<", ">", "\"", "'")
                .doesNotContainPattern("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F]");
        assertThat(page.toString().replaceAll("&(amp|lt|gt|quot|#39);", "")).doesNotContain("&");
    }
}
