package io.plumbline.inventory;

import static io.plumbline.inventory.World.FIRST;
import static io.plumbline.inventory.World.SECOND;
import static io.plumbline.inventory.World.arn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.BadInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssetSearchTest {
    @TempDir
    static Path home;

    @SuppressWarnings("NullAway.Init")
    private AssetSearch search;

    @BeforeAll
    void make() {
        search = AssetSearch.open(new World(home)
                .row("aws_sqs_queue", arn(FIRST, "sqs", "orders"), "name", "orders", "tags", Map.of("team", "shop"))
                .row(
                        "aws_sqs_queue",
                        arn(FIRST, "sqs", "orders-dead"),
                        "name",
                        "orders-dead",
                        "tags",
                        Map.of("team", "shop"))
                .row(
                        "aws_sqs_queue",
                        arn(FIRST, "sqs", "preorders"),
                        "name",
                        "preorders",
                        "tags",
                        Map.of("team", "shop"))
                .rowOf(
                        "aws_lambda_function",
                        SECOND,
                        "us-east-1",
                        arn(SECOND, "lambda", "function:f"),
                        "name",
                        "f",
                        "description",
                        "reads orders")
                .row(
                        "aws_ec2_network_interface",
                        arn(FIRST, "ec2", "network-interface/eni-0a1b2c3d"),
                        "private_ip_address",
                        "10.0.3.17",
                        "private_ip_addresses",
                        List.of(Map.of("private_ip_address", "10.0.3.18")))
                .row(
                        "aws_iam_user",
                        "arn:aws:iam::" + FIRST + ":user/O'Brien",
                        "name",
                        "O'Brien 🦊",
                        "tags",
                        Map.of("100%", "_x_"))
                .inventory());
    }

    @AfterAll
    void close() {
        search.close();
    }

    private List<String> found(String text, String... types) {
        return search.ask(new AssetSearch.Question(text, List.of(types), List.of(), List.of(), 10)).hits().stream()
                .map(hit -> (hit.name().isEmpty() ? hit.arn().replaceFirst(".*/", "") : hit.name()) + " " + hit.match())
                .toList();
    }

    @Test
    void whole_words_come_before_beginnings_and_those_before_the_middle_of_words() {
        assertThat(found("orders"))
                .containsExactly("orders exact", "orders-dead exact", "f exact", "preorders contains");
        assertThat(found("order"))
                .containsExactly("orders prefix", "orders-dead prefix", "f prefix", "preorders contains");
    }

    @Test
    void every_word_must_be_there_wherever_it_stands() {
        assertThat(found("shop orders")).containsExactly("orders exact", "orders-dead exact", "preorders contains");
        assertThat(found("dead SHOP")).containsExactly("orders-dead exact");
        assertThat(found("shop nothing")).isEmpty();
    }

    @Test
    void addresses_ids_and_whole_arns_are_found() {
        assertThat(found("10.0.3.17")).containsExactly("eni-0a1b2c3d exact");
        assertThat(found("10.0.3.18")).containsExactly("eni-0a1b2c3d exact");
        assertThat(found("10.0.3.")).containsExactly("eni-0a1b2c3d prefix");
        assertThat(found("eni-0a1b")).containsExactly("eni-0a1b2c3d prefix");
        assertThat(found(arn(FIRST, "sqs", "orders-dead"))).containsExactly("orders-dead exact");
        assertThat(found("1b2c3d")).containsExactly("eni-0a1b2c3d contains");
    }

    @Test
    void odd_characters_are_searched_for_like_others() {
        assertThat(found("o'brien")).containsExactly("O'Brien 🦊 exact");
        assertThat(found("🦊")).containsExactly("O'Brien 🦊 exact");
        assertThat(found("100%")).containsExactly("O'Brien 🦊 exact");
    }

    @Test
    void filters_narrow_it_and_may_stand_alone() {
        assertThat(found("orders", "aws_lambda_function")).containsExactly("f exact");
        assertThat(found("orders", "aws_sqs*")).hasSize(3);
        assertThat(found("", "aws_sqs_queue")).hasSize(3);
        assertThat(search.ask(new AssetSearch.Question("", List.of(), List.of(SECOND), List.of("us-east-1"), 10))
                        .total())
                .isEqualTo(1);
        assertThat(search.ask(new AssetSearch.Question("orders", List.of(), List.of(FIRST), List.of("us-east-1"), 10))
                        .total())
                .isZero();
    }

    @Test
    void the_limit_holds_and_the_whole_number_is_told() {
        AssetSearch.Answer answer = search.ask(new AssetSearch.Question("shop", List.of(), List.of(), List.of(), 2));
        assertThat(answer.hits()).hasSize(2);
        assertThat(answer.total()).isEqualTo(3);
    }

    @Test
    void who_looks_for_nothing_yet_sees_the_first_assets_and_how_many_there_are() {
        AssetSearch.Answer answer = search.first(2);
        assertThat(answer.hits()).hasSize(2);
        assertThat(answer.total()).isGreaterThan(3);
    }

    @Test
    void a_question_without_a_word_is_refused() {
        assertThatThrownBy(() -> found(" /: "))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no word to search for");
    }
}
