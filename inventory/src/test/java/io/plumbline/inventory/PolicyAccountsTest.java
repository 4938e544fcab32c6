package io.plumbline.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.inventory.PolicyAccounts.Mention;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PolicyAccountsTest {
    @Test
    void principals_conditions_and_resources_name_accounts() {
        assertThat(PolicyAccounts.of("""
                        {"Version": "2012-10-17", "Statement": [
                          {"Sid": "Partner", "Effect": "Allow", "Principal": {"AWS": ["999988887777", "arn:aws:iam::888877776666:root"]},
                           "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"sts:ExternalId": "123456789012"}}},
                          {"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"}, "Action": "sqs:SendMessage",
                           "Condition": {"StringEquals": {"aws:SourceAccount": "777766665555"},
                                         "ArnLike": {"aws:SourceArn": "arn:aws:sns:eu-west-1:666655554444:*"}}},
                          {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::plain-bucket-123456789012"},
                          {"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::555544443333:role/there"}]}
                        """))
                .extracting(Mention::account, Mention::statement, Mention::effect, Mention::element)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("999988887777", "Partner", "Allow", "Principal"),
                        org.assertj.core.groups.Tuple.tuple("888877776666", "Partner", "Allow", "Principal"),
                        org.assertj.core.groups.Tuple.tuple(
                                "777766665555", "statement 1", "Allow", "Condition aws:SourceAccount"),
                        org.assertj.core.groups.Tuple.tuple(
                                "666655554444", "statement 1", "Allow", "Condition aws:SourceArn"),
                        org.assertj.core.groups.Tuple.tuple("555544443333", "statement 3", "Allow", "Resource"));
    }

    @Property
    void any_text_gives_an_answer(@ForAll String text) {
        assertThat(PolicyAccounts.of(text)).isEmpty();
        assertThat(PolicyAccounts.of("{\"Statement\": " + text)).isNotNull();
    }
}
