package io.plumbline.policy;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The condition keys that can limit a public statement, each with what a fixed value of it is (CIS spec 2.3). */
enum LimitingKey {
    SOURCE_ARN("aws:SourceArn", Form.ARN),
    SOURCE_ACCOUNT("aws:SourceAccount", Form.WHOLE),
    SOURCE_OWNER("aws:SourceOwner", Form.WHOLE),
    SOURCE_ORGANIZATION("aws:SourceOrgID", Form.WHOLE),
    PRINCIPAL_ORGANIZATION("aws:PrincipalOrgID", Form.WHOLE),
    PRINCIPAL_ORGANIZATION_PATHS("aws:PrincipalOrgPaths", Form.ORGANIZATION_PATH),
    PRINCIPAL_ACCOUNT("aws:PrincipalAccount", Form.WHOLE),
    PRINCIPAL_ARN("aws:PrincipalArn", Form.ARN),
    USER_ID("aws:userid", Form.WHOLE),
    SOURCE_VPC("aws:SourceVpc", Form.WHOLE),
    SOURCE_VPC_ENDPOINT("aws:SourceVpce", Form.WHOLE),
    SOURCE_IP("aws:SourceIp", Form.ADDRESSES),
    ACCESS_POINT_ACCOUNT("s3:DataAccessPointAccount", Form.WHOLE),
    ACCESS_POINT_ARN("s3:DataAccessPointArn", Form.ARN),
    ENCRYPTION_KEY("s3:x-amz-server-side-encryption-aws-kms-key-id", Form.WHOLE);

    private enum Form {
        /** Fixed if no wildcard and no variable is in it. */
        WHOLE,
        /** Fixed if it is fixed as a whole, or its account is. */
        ARN,
        /** Fixed if the organization's id at its start is. */
        ORGANIZATION_PATH,
        /** Fixed if the block is not too wide. */
        ADDRESSES
    }

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern ORGANIZATION = Pattern.compile("o-[a-z0-9]+");
    private static final int ARN_PARTS = 6;
    private static final int ACCOUNT_PART = 4;

    private final String key;
    private final Form form;

    LimitingKey(String key, Form form) {
        this.key = key;
        this.form = form;
    }

    /** The limiting key of that name, which has no case; empty for all other keys. */
    static Optional<LimitingKey> of(String name) {
        return Arrays.stream(values())
                .filter(known -> known.key.equalsIgnoreCase(name))
                .findFirst();
    }

    /** Whether the value stands for callers whom somebody knows, and not for the whole world or for whoever asks. */
    boolean isFixed(String value) {
        return switch (form) {
            case WHOLE -> isFixedWhole(value);
            case ARN -> isFixedWhole(value) || hasFixedAccount(value);
            case ORGANIZATION_PATH -> hasFixedOrganization(value);
            case ADDRESSES -> AddressBlock.isNarrow(value);
        };
    }

    private static boolean isFixedWhole(String value) {
        // A variable is filled from the request: the caller would choose.
        return !value.isBlank() && !Glob.hasWildcard(value) && !value.contains("${");
    }

    private static boolean hasFixedAccount(String value) {
        String[] parts = value.split(":", ARN_PARTS);
        return parts.length == ARN_PARTS && ACCOUNT.matcher(parts[ACCOUNT_PART]).matches();
    }

    private static boolean hasFixedOrganization(String value) {
        return ORGANIZATION.matcher(value.split("/", 2)[0]).matches();
    }
}
