package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import java.util.List;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ServiceSetting;

/** Switches of Systems Manager that hold for a whole region of an account. AWS has no list of them, so they are named here. */
@AutoService(ResourceType.class)
public final class AwsSsmServiceSetting implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_ssm_service_setting",
                        "Switches of Systems Manager that hold for a whole region of an account.",
                        SsmClient::builder)
                .keys("ssm:GetServiceSetting", ssm -> settings())
                .describe(
                        "ssm:GetServiceSetting",
                        of(ServiceSetting::builder),
                        (ssm, id) -> ssm.getServiceSetting(request -> request.settingId(id))
                                .serviceSetting())
                .arn((row, place) ->
                        row.arn() == null ? place.arn("ssm", "servicesetting" + row.settingId()) : row.arn())
                .name(ServiceSetting::settingId)
                .none("ServiceSettingNotFound");
    }

    /** Systems Manager API Reference, "GetServiceSetting". */
    private static List<String> settings() {
        return List.of(
                "/ssm/documents/console/public-sharing-permission",
                "/ssm/managed-instance/default-ec2-instance-management-role",
                "/ssm/automation/customer-script-log-destination",
                "/ssm/automation/customer-script-log-group-name",
                "/ssm/parameter-store/default-parameter-tier",
                "/ssm/parameter-store/high-throughput-enabled");
    }
}
