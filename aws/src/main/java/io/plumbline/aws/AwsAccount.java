package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.AccountRow;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import java.util.List;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.AlternateContact;
import software.amazon.awssdk.services.account.model.AlternateContactType;
import software.amazon.awssdk.services.account.model.ContactInformation;

/** The accounts of the organization, or the one account that is scanned alone, with their contacts. */
@AutoService(ResourceType.class)
public final class AwsAccount implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global(
                        "aws_account",
                        "Accounts, what the organization says of them, and whom AWS can reach.",
                        AccountClient::builder)
                .known(
                        "sts:GetCallerIdentity",
                        of(AccountRow.class),
                        place -> List.of(place.entered().account()))
                .detail(
                        "contact_information",
                        "account:GetContactInformation",
                        of(ContactInformation::builder),
                        (account, row) ->
                                account.getContactInformation(request -> {}).contactInformation())
                .detail(
                        "security_contact",
                        "account:GetAlternateContact",
                        of(AlternateContact::builder),
                        (account, row) -> contact(account, AlternateContactType.SECURITY))
                .detail(
                        "operations_contact",
                        "account:GetAlternateContact",
                        of(AlternateContact::builder),
                        (account, row) -> contact(account, AlternateContactType.OPERATIONS))
                .detail(
                        "billing_contact",
                        "account:GetAlternateContact",
                        of(AlternateContact::builder),
                        (account, row) -> contact(account, AlternateContactType.BILLING))
                .arn((row, place) -> place.account())
                .name(AccountRow::displayName)
                .none("ResourceNotFoundException");
    }

    private static AlternateContact contact(AccountClient account, AlternateContactType type) {
        return account.getAlternateContact(request -> request.alternateContactType(type))
                .alternateContact();
    }
}
