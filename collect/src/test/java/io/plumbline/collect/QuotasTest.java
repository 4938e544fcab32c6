package io.plumbline.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

class QuotasTest {
    private final Quotas quotas = Quotas.known();

    private static WireRequest form(String form) {
        return WireRequest.of("POST", "/", "", "", "", form.getBytes(StandardCharsets.UTF_8));
    }

    private static Call call(String account, String region, String action) {
        return new Call(account, region, action, AnonymousCredentialsProvider.create(), new CallMeter());
    }

    @Test
    void a_scan_takes_half_of_what_aws_documents() {
        Quotas.Allowance vpcs = quotas.of("ec2", "DescribeVpcs", form("Action=DescribeVpcs&MaxResults=1000"));
        assertThat(vpcs.rate()).isEqualTo(10);
        assertThat(vpcs.burst()).isEqualTo(50);
        assertThat(quotas.of("sts", "AssumeRole", form("")).rate()).isEqualTo(300);
        assertThat(quotas.of("cloudtrail", "LookupEvents", form("")).rate()).isEqualTo(1);
    }

    @Test
    void ec2_counts_requests_without_page_size_and_filter_apart() {
        Quotas.Allowance plain = quotas.of("ec2", "DescribeInstances", form("Action=DescribeInstances"));
        Quotas.Allowance paged = quotas.of("ec2", "DescribeInstances", form("Action=DescribeInstances&MaxResults=5"));
        assertThat(plain.rate()).isEqualTo(5);
        assertThat(paged.rate()).isEqualTo(10);
        assertThat(plain.counted()).isNotEqualTo(paged.counted());
        assertThat(quotas.of("ec2", "DescribeVpcs", form("Action=DescribeVpcs")).rate())
                .isEqualTo(10);
    }

    @Test
    void what_aws_does_not_document_starts_low_and_lists_are_counted_apart_from_reads() {
        Quotas.Allowance list = quotas.of("sqs", "ListQueues", form(""));
        assertThat(list.start()).isEqualTo(10);
        assertThat(list.counted()).isEqualTo("list");
        assertThat(quotas.of("sqs", "GetQueueAttributes", form("")).counted()).isEqualTo("read");
    }

    @Test
    void each_account_and_region_has_a_budget_of_its_own_where_aws_counts_so() {
        Budgets budgets = new Budgets(Optional.empty());
        Budget one = budgets.of(call("111122223333", "eu-west-1", "ec2:DescribeVpcs"), form("MaxResults=5"));
        assertThat(budgets.of(call("111122223333", "eu-west-1", "ec2:DescribeVpcs"), form("MaxResults=9")))
                .isSameAs(one);
        assertThat(budgets.of(call("111122223333", "eu-west-1", "ec2:DescribeSubnets"), form("MaxResults=5")))
                .isNotSameAs(one);
        assertThat(budgets.of(call("111122223333", "eu-west-2", "ec2:DescribeVpcs"), form("MaxResults=5")))
                .isNotSameAs(one);
        assertThat(budgets.of(call("444455556666", "eu-west-1", "ec2:DescribeVpcs"), form("MaxResults=5")))
                .isNotSameAs(one);
        Budget zones = budgets.of(call("111122223333", "us-east-1", "route53:ListHostedZones"), form(""));
        assertThat(budgets.of(call("111122223333", "us-west-2", "route53:GetHostedZone"), form("")))
                .isSameAs(zones);
    }
}
