package io.plumbline.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What claims success and is no answer of AWS: the SDK would make an empty list of it. */
class WireAnswerTest {
    private static Optional<String> foreign(int status, String method, String body) {
        return WireAnswer.of(status, "text/xml", "", body.getBytes(StandardCharsets.UTF_8))
                .foreign(method);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Please sign in</body></html>",
                "\n\n  <!DOCTYPE html>\n<html lang=\"en\"></html>",
                "\uFEFF<?xml version=\"1.0\"?><!-- gate -->\n<!doctype HTML PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\"><html/>",
                "<HTML></HTML>"
            })
    void a_page_is_foreign(String page) {
        assertThat(foreign(200, "POST", page))
                .hasValueSatisfying(why -> assertThat(why).contains("HTML"));
        assertThat(foreign(403, "POST", page)).isEmpty();
    }

    @Test
    void a_success_without_a_body_is_foreign_where_one_is_due() {
        assertThat(foreign(200, "POST", "")).isPresent();
        assertThat(foreign(200, "GET", "")).isPresent();
        assertThat(foreign(200, "HEAD", "")).isEmpty();
        assertThat(foreign(204, "DELETE", "")).isEmpty();
        assertThat(foreign(400, "POST", "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"Body\":\"<html></html>\"}",
                "<?xml version=\"1.0\"?>\n<BucketLoggingStatus xmlns=\"http://doc.s3.amazonaws.com/2006-03-01\"/>",
                "<DescribeVpcsResponse><vpcSet/></DescribeVpcsResponse>",
                "<htmlish/>"
            })
    void an_answer_of_aws_is_not(String answer) {
        assertThat(foreign(200, "POST", answer)).isEmpty();
    }

    @Test
    void a_long_prolog_takes_no_time() {
        assertThat(foreign(200, "POST", "<?a>".repeat(100_000))).isEmpty();
        assertThat(foreign(200, "POST", "<!--".repeat(100_000))).isEmpty();
    }
}
