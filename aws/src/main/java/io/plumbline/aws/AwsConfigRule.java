package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.Compliance;
import software.amazon.awssdk.services.config.model.ComplianceByConfigRule;
import software.amazon.awssdk.services.config.model.ConfigRule;

/** AWS Config rules and what each of them found. */
@AutoService(ResourceType.class)
public final class AwsConfigRule implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_config_rule",
                        "AWS Config rules, and whether what they look at complies.",
                        ConfigClient::builder)
                .list(
                        "config:DescribeConfigRules",
                        of(ConfigRule::builder),
                        config -> config.describeConfigRulesPaginator().configRules())
                .detail(
                        "compliance",
                        "config:DescribeComplianceByConfigRule",
                        of(Compliance::builder),
                        (config, rule) -> config
                                .describeComplianceByConfigRule(
                                        request -> request.configRuleNames(rule.configRuleName()))
                                .complianceByConfigRules()
                                .stream()
                                .map(ComplianceByConfigRule::compliance)
                                .findFirst()
                                .orElse(null))
                .arn((row, place) -> row.configRuleArn())
                .name(ConfigRule::configRuleName)
                .gone("NoSuchConfigRuleException");
    }
}
