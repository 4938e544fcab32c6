package io.plumbline.notify;

import com.google.auto.service.AutoService;
import io.plumbline.model.Partition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.securityhub.SecurityHubClient;
import software.amazon.awssdk.services.securityhub.model.BatchImportFindingsResponse;

/**
 * AWS Security Hub, by BatchImportFindings: of each finding in its own account and region, since it takes an account's findings from that
 * account alone. A finding has the same id there as in a report in ASFF.
 */
@AutoService(ChannelKind.class)
public final class SecurityHub implements Messenger {
    @Override
    public String id() {
        return "securityhub";
    }

    @Override
    public String title() {
        return "AWS Security Hub";
    }

    @Override
    public List<Field> fields() {
        return Stream.concat(
                        Stream.of(
                                Field.text(
                                        "region", "Region", "Where findings of global services go, such as us-east-1"),
                                Field.text(
                                                "role",
                                                "Role name",
                                                "Of a role in each account that may securityhub:BatchImportFindings; without it, the server's own account only")
                                        .orNot()),
                        AwsClients.FIELDS.stream())
                .toList();
    }

    @Override
    public Grain grain() {
        return Grain.PLACES;
    }

    @Override
    public void send(Message message, Settings settings, Wires wires) {
        if (message.items().isEmpty()) {
            return;
        }
        Item first = message.items().getFirst();
        String region = first.region().equals("global") ? settings.text("region") : first.region();
        Optional<String> role = settings.optional("role")
                .map(name -> new Partition(first.partition())
                        .arn("iam", "", first.accountId(), "role/" + name)
                        .toString());
        BatchImportFindingsResponse answer = new AwsClients(settings, wires, region, role)
                .with(
                        SecurityHubClient.builder(),
                        "securityhub:BatchImportFindings in " + first.accountId() + ", " + region,
                        hub -> hub.batchImportFindings(request -> request.findings(message.items().stream()
                                .map(item -> Asff.of(item, region, wires.clock().instant()))
                                .toList())));
        if (answer.failedCount() > 0) {
            throw ChannelTrouble.because("Security Hub in " + first.accountId() + ", " + region + " did not take "
                    + answer.failedCount() + " of " + message.items().size() + " findings: "
                    + answer.failedFindings().stream()
                            .findFirst()
                            .map(failed -> failed.errorCode() + ", " + failed.errorMessage())
                            .orElse("it did not say why")
                    + ". They are sent again, which does no harm to those that it took.");
        }
    }

    @Override
    public String test(Settings settings, Wires wires) {
        String region = settings.text("region");
        new AwsClients(settings, wires, region, Optional.empty())
                .with(
                        SecurityHubClient.builder(),
                        "securityhub:DescribeHub in " + region,
                        hub -> hub.describeHub(request -> {}));
        return "Security Hub is on in " + region + " of the server's own account. Nothing was imported"
                + settings.optional("role")
                        .map(role -> ", and the role " + role
                                + " of the other accounts is tried only when there is something to send.")
                        .orElse(".");
    }
}
