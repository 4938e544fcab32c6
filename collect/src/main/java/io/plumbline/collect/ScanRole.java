package io.plumbline.collect;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The role through which a scan reads an account, as a template. Its actions stand in managed policies: what a scan of everything takes
 * is longer than the inline policies of a role may be (IAM User Guide, "IAM and AWS STS quotas": 10,240 characters for all of a role's
 * inline policies, 6,144 for a managed one, white space not counted).
 */
public final class ScanRole {
    /** Characters of actions in one policy; the rest of a policy takes less than two hundred. */
    private static final int MOST_CHARACTERS = 5_800;

    private final List<List<String>> parts;

    /** The role for a policy. */
    public ScanRole(ScanPolicy policy) {
        List<List<String>> all = new ArrayList<>();
        int length = MOST_CHARACTERS;
        for (String action : policy.actions()) {
            length += action.length() + 3;
            if (length > MOST_CHARACTERS) {
                all.add(new ArrayList<>());
                length = action.length() + 3;
            }
            all.getLast().add(action);
        }
        this.parts = List.copyOf(all);
    }

    /** A CloudFormation template, for a stack or a StackSet. */
    public String cloudFormation() {
        return """
                AWSTemplateFormatVersion: "2010-09-09"
                Description: The role through which Plumbline reads this account. It can change nothing.
                Parameters:
                  TrustedAccountId:
                    Type: String
                    AllowedPattern: "[0-9]{12}"
                    Description: The account that Plumbline scans from.
                  ExternalId:
                    Type: String
                    MinLength: 8
                    NoEcho: true
                    Description: A secret of yours, given to plumbline scan as --external-id.
                  RoleName:
                    Type: String
                    Default: PlumblineAudit
                Resources:
                  Role:
                    Type: AWS::IAM::Role
                    Properties:
                      RoleName: !Ref RoleName
                      MaxSessionDuration: 3600
                      AssumeRolePolicyDocument:
                        Version: "2012-10-17"
                        Statement:
                          - Effect: Allow
                            Principal:
                              AWS: !Sub "arn:${AWS::Partition}:iam::${TrustedAccountId}:root"
                            Action: sts:AssumeRole
                            Condition:
                              StringEquals:
                                sts:ExternalId: !Ref ExternalId
                %s
                Outputs:
                  RoleArn:
                    Value: !GetAtt Role.Arn
                """.formatted(each(part -> """
                          Reads%1$d:
                            Type: AWS::IAM::ManagedPolicy
                            Properties:
                              Description: What Plumbline reads, part %1$d of %2$d.
                              Roles:
                                - !Ref Role
                              PolicyDocument:
                                Version: "2012-10-17"
                                Statement:
                                  - Sid: PlumblineReads
                                    Effect: Allow
                                    Action:
                        %3$s
                                    Resource: "*"
                        """.formatted(part, parts.size(), lines(part, "              - %s"))
                .stripTrailing()));
    }

    /** The role as Terraform. */
    public String terraform() {
        return """
                variable "trusted_account_id" {
                  type        = string
                  description = "The account that Plumbline scans from."
                }

                variable "external_id" {
                  type        = string
                  sensitive   = true
                  description = "A secret of yours, given to plumbline scan as --external-id."
                }

                data "aws_partition" "current" {}

                resource "aws_iam_role" "plumbline_audit" {
                  name = "PlumblineAudit"
                  assume_role_policy = jsonencode({
                    Version = "2012-10-17"
                    Statement = [{
                      Effect    = "Allow"
                      Action    = "sts:AssumeRole"
                      Principal = { AWS = "arn:${data.aws_partition.current.partition}:iam::${var.trusted_account_id}:root" }
                      Condition = { StringEquals = { "sts:ExternalId" = var.external_id } }
                    }]
                  })
                }

                %s
                """.formatted(each(part -> """
                        resource "aws_iam_policy" "plumbline_reads_%1$d" {
                          name        = "PlumblineReads%1$d"
                          description = "What Plumbline reads, part %1$d of %2$d."
                          policy = jsonencode({
                            Version = "2012-10-17"
                            Statement = [{
                              Sid      = "PlumblineReads"
                              Effect   = "Allow"
                              Resource = "*"
                              Action = [
                        %3$s
                              ]
                            }]
                          })
                        }

                        resource "aws_iam_role_policy_attachment" "plumbline_reads_%1$d" {
                          role       = aws_iam_role.plumbline_audit.name
                          policy_arn = aws_iam_policy.plumbline_reads_%1$d.arn
                        }
                        """.formatted(part, parts.size(), lines(part, "        \"%s\","))
                .stripTrailing()));
    }

    /**
     * An address that opens the console with the template filled in. The external id is not in it: addresses are kept and shown.
     *
     * @param template where CloudFormation finds the template, an object in S3
     */
    public static String quickCreate(String template, String region) {
        return "https://" + region + ".console.aws.amazon.com/cloudformation/home?region=" + region
                + "#/stacks/quickcreate?stackName=plumbline-audit&templateURL="
                + URLEncoder.encode(template, StandardCharsets.UTF_8);
    }

    private interface Part {
        String of(int number);
    }

    private String each(Part form) {
        return IntStream.rangeClosed(1, parts.size()).mapToObj(form::of).collect(Collectors.joining("\n"));
    }

    private String lines(int part, String form) {
        return parts.get(part - 1).stream().map(form::formatted).collect(Collectors.joining("\n"));
    }
}
