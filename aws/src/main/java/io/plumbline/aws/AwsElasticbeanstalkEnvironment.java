package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Seal;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationOptionSetting;
import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationSettingsDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentDescription;

/** Environments of Elastic Beanstalk; values of their variables and of passwords are taken out. */
@AutoService(ResourceType.class)
public final class AwsElasticbeanstalkEnvironment implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_elasticbeanstalk_environment",
                        "Elastic Beanstalk environments and their option settings.",
                        ElasticBeanstalkClient::builder)
                .list(
                        "elasticbeanstalk:DescribeEnvironments",
                        of(EnvironmentDescription::builder),
                        beanstalk -> TokenPages.of(
                                token -> beanstalk.describeEnvironments(request -> request.includeDeleted(false)
                                        .maxRecords(1000)
                                        .nextToken(token)),
                                DescribeEnvironmentsResponse::nextToken,
                                DescribeEnvironmentsResponse::environments))
                .detail(
                        "configuration_settings",
                        "elasticbeanstalk:DescribeConfigurationSettings",
                        of(ConfigurationSettingsDescription::builder)
                                .sealing(
                                        Seal.where(
                                                "OptionSettings.Value",
                                                ConfigurationOptionSetting.class,
                                                AwsElasticbeanstalkEnvironment::isEnvironment),
                                        Seal.suspicious("OptionSettings.Value")),
                        (beanstalk, environment) -> beanstalk
                                .describeConfigurationSettings(
                                        request -> request.applicationName(environment.applicationName())
                                                .environmentName(environment.environmentName()))
                                .configurationSettings()
                                .stream()
                                .findFirst()
                                .orElse(null))
                .arn((row, place) -> row.environmentArn())
                .name(EnvironmentDescription::environmentName);
    }

    private static boolean isEnvironment(ConfigurationOptionSetting option) {
        return "aws:elasticbeanstalk:application:environment".equals(option.namespace())
                || "EnvironmentVariables".equals(option.optionName());
    }
}
