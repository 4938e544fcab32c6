package io.plumbline.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.notify.HttpStand.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an Admin's address can lead, and what of it comes back. */
class WebTest {
    private static HttpStand stand(Answer answer) {
        return new HttpStand(request -> answer, url -> Map.of(), url -> Map.of());
    }

    @Test
    void a_redirect_is_not_followed() {
        try (HttpStand inside = stand(Answer.ok("inside"));
                HttpStand stand = stand(new Answer(302, "", Map.of("Location", inside.url() + "/")));
                Web web = new Web(Duration.ofSeconds(5))) {
            assertThatThrownBy(() -> web.send(Call.get(stand.url())))
                    .isInstanceOf(ChannelTrouble.class)
                    .hasMessageContaining("answered 302")
                    .hasMessageContaining("Redirects are not followed");
            assertThat(inside.requests()).isEmpty();
        }
    }

    @Test
    void what_is_no_word_about_an_error_is_not_told() {
        try (HttpStand stand = stand(Answer.of(404, "<html>top secret of the inside</html>"));
                Web web = new Web(Duration.ofSeconds(5))) {
            assertThatThrownBy(() -> web.send(Call.get(stand.url() + "/hidden/path")))
                    .hasMessageContaining("127.0.0.1 answered 404.")
                    .hasMessageNotContaining("secret")
                    .hasMessageNotContaining("hidden");
        }
    }

    @Test
    void who_takes_too_long_is_not_waited_for() {
        CountDownLatch asked = new CountDownLatch(1);
        try (HttpStand stand = new HttpStand(
                        request -> {
                            try {
                                asked.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            return Answer.ok("late");
                        },
                        url -> Map.of(),
                        url -> Map.of());
                Web web = new Web(Duration.ofMillis(300))) {
            assertThatThrownBy(() -> web.send(Call.get(stand.url())))
                    .isInstanceOfSatisfying(
                            ChannelTrouble.class,
                            trouble -> assertThat(trouble.nobody()).isTrue());
            asked.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "https://169.254.169.254/",
                "http://[fe80::1]/",
                "http://[fd00:ec2::254]/",
                "http://0.0.0.0:8080/",
                "https://[::ffff:169.254.169.254]/"
            })
    void nothing_goes_where_a_machine_gets_its_credentials(String url) {
        assertThatThrownBy(() -> Addresses.check(URI.create(url), true))
                .isInstanceOf(ChannelTrouble.class)
                .hasMessageContaining("nothing is sent to");
    }

    @Test
    void without_tls_nothing_leaves_this_machine_unless_an_admin_allows_it() {
        assertThatThrownBy(() -> Addresses.check(URI.create("http://10.1.2.3/"), false))
                .isInstanceOf(ChannelTrouble.class)
                .hasMessageContaining("without TLS");
        Addresses.check(URI.create("http://10.1.2.3/"), true);
        Addresses.check(URI.create("https://10.1.2.3/"), false);
        Addresses.check(URI.create("http://127.0.0.1:9/"), false);
    }
}
