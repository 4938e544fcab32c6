package io.plumbline.model;

/**
 * An AWS partition: a world of its own with its own accounts, regions and ARNs (AWS General Reference, "Amazon Resource Names").
 *
 * @param id what stands second in an ARN, such as {@code aws}, {@code aws-us-gov} or {@code aws-cn}
 */
public record Partition(String id) {
    public Partition {
        if (!id.matches("aws(-[a-z]+)*")) {
            throw new IllegalArgumentException(
                    "'" + id + "' is not an AWS partition such as aws, aws-us-gov or aws-cn");
        }
    }

    /** The region whose endpoints serve the partition's global services and record its IAM events. */
    public String homeRegion() {
        return switch (id) {
            case "aws-us-gov" -> "us-gov-west-1";
            case "aws-cn" -> "cn-north-1";
            case "aws-iso" -> "us-iso-east-1";
            case "aws-iso-b" -> "us-isob-east-1";
            case "aws-iso-e" -> "eu-isoe-west-1";
            case "aws-iso-f" -> "us-isof-south-1";
            case "aws-eusc" -> "eusc-de-east-1";
            default -> "us-east-1";
        };
    }

    /** The partition that a region belongs to, by the prefix of its name. */
    public static Partition ofRegion(String region) {
        if (region.startsWith("cn-")) {
            return new Partition("aws-cn");
        }
        if (region.startsWith("us-gov-")) {
            return new Partition("aws-us-gov");
        }
        if (region.startsWith("us-isob-")) {
            return new Partition("aws-iso-b");
        }
        if (region.startsWith("us-isof-")) {
            return new Partition("aws-iso-f");
        }
        if (region.startsWith("eu-isoe-")) {
            return new Partition("aws-iso-e");
        }
        if (region.startsWith("us-iso-")) {
            return new Partition("aws-iso");
        }
        if (region.startsWith("eusc-")) {
            return new Partition("aws-eusc");
        }
        return new Partition("aws");
    }

    /** An ARN in this partition. */
    public Arn arn(String service, String region, String account, String resource) {
        return new Arn(this, service, region, account, resource);
    }

    @Override
    public String toString() {
        return id;
    }
}
