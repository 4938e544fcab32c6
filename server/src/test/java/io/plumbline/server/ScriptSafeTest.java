package io.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** JSON on its way into a script element. */
class ScriptSafeTest {
    private static String through(String json) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ScriptSafe safe = new ScriptSafe(out)) {
            safe.write(json.getBytes(StandardCharsets.UTF_8));
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void nothing_in_it_can_end_the_element_and_it_says_the_same() throws IOException {
        String hostile = JsonMapper.shared()
                .writeValueAsString("</script><!--<script>&amp;\u2028\u2029\u2027\u202A\u20AC\u00e9\ud83d\ude00");
        assertThat(through(hostile)).doesNotContain("<", ">", "&", "\u2028", "\u2029");
        assertThat(JsonMapper.shared().readTree(through(hostile)))
                .isEqualTo(JsonMapper.shared().readTree(hostile));
    }

    @Test
    void a_character_may_come_in_pieces_or_not_at_all() throws IOException {
        assertThat(through("[\"\u2030\u2028\"]")).isEqualTo("[\"\u2030\\u2028\"]");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ScriptSafe safe = new ScriptSafe(out)) {
            safe.write(new byte[] {(byte) 0xE2, (byte) 0x80, (byte) 0xE2, (byte) 0x80});
            safe.write(0xA8);
        }
        assertThat(out.toByteArray())
                .endsWith("\\u2028".getBytes(StandardCharsets.US_ASCII))
                .startsWith(0xE2, 0x80);
    }
}
