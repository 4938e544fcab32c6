package io.plumbline.collect;

import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Need;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The least that a scan's role must be allowed, made of the actions that the resource types declare.
 *
 * @param actions IAM actions, sorted
 */
public record ScanPolicy(SortedSet<String> actions) {
    /** What entering an account takes, whatever is read there. */
    private static final List<String> ALWAYS = List.of("ec2:DescribeRegions", "iam:ListAccountAliases");

    /** What reading the organization takes; only the caller's own account needs it. */
    private static final List<String> ORGANIZATION = List.of(
            "organizations:DescribeOrganization",
            "organizations:ListRoots",
            "organizations:ListOrganizationalUnitsForParent",
            "organizations:ListAccountsForParent",
            "organizations:ListTagsForResource");

    /** For everything that is declared. */
    public static ScanPolicy all(List<Source<?, ?>> sources) {
        SortedSet<String> actions = new TreeSet<>(ALWAYS);
        sources.forEach(source -> actions.addAll(source.actions()));
        return allowed(actions);
    }

    /** For what is needed, the tables that others wait for included. */
    public static ScanPolicy of(List<Source<?, ?>> sources, List<Need> needs) {
        SortedSet<String> actions = new TreeSet<>(ALWAYS);
        try (Database database = Database.open()) {
            Plan plan = Order.of(database, sources, needs).plan();
            sources.stream()
                    .filter(source -> plan.tables().containsKey(source.table()))
                    .forEach(source -> {
                        actions.addAll(source.findingActions());
                        plan.tables()
                                .getOrDefault(
                                        source.table(), new Plan.TablePlan(java.util.Set.of(), List.of(), Map.of()))
                                .details()
                                .forEach(column -> actions.add(source.action(column)));
                    });
        }
        return allowed(actions);
    }

    /** Nobody needs to be allowed to ask who he is. */
    private static ScanPolicy allowed(SortedSet<String> actions) {
        actions.remove("sts:GetCallerIdentity");
        return new ScanPolicy(actions);
    }

    private Map<String, Object> document() {
        Map<String, Object> read = new LinkedHashMap<>();
        read.put("Sid", "PlumblineReads");
        read.put("Effect", "Allow");
        read.put("Action", List.copyOf(actions));
        read.put("Resource", "*");
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("Version", "2012-10-17");
        document.put("Statement", List.of(read));
        return document;
    }

    /** The policy alone. */
    public String json() {
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(document())
                + "\n";
    }

    /** A CloudFormation template of the role, for a stack or a StackSet. */
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
                      Policies:
                        - PolicyName: PlumblineReads
                          PolicyDocument:
                            Version: "2012-10-17"
                            Statement:
                              - Sid: PlumblineReads
                                Effect: Allow
                                Action:
                %s
                                Resource: "*"
                Outputs:
                  RoleArn:
                    Value: !GetAtt Role.Arn
                """.formatted(lines("                  - %s"));
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

                resource "aws_iam_role_policy" "plumbline_reads" {
                  name = "PlumblineReads"
                  role = aws_iam_role.plumbline_audit.id
                  policy = jsonencode({
                    Version = "2012-10-17"
                    Statement = [{
                      Sid      = "PlumblineReads"
                      Effect   = "Allow"
                      Resource = "*"
                      Action = [
                %s
                      ]
                    }]
                  })
                }
                """.formatted(lines("        \"%s\","));
    }

    private String lines(String form) {
        return actions.stream().map(form::formatted).collect(Collectors.joining("\n"));
    }

    /** What the caller's own account needs besides, to read an organization. */
    public static List<String> organizationActions() {
        return ORGANIZATION;
    }
}
