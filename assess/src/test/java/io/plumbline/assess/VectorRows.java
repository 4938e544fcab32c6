package io.plumbline.assess;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Turns what a shared vector says of the world into the rows that a scan of that world would have. Everything is in account 111122223333
 * and belongs to the user ana, the VPC vpc-1 and the like.
 */
final class VectorRows {
    static final String ACCOUNT = CaseFile.ACCOUNT;

    private VectorRows() {}

    /** Rows by table, and the unit that the vector is about. */
    record World(String unit, Map<String, List<Object>> tables) {
        static World of(String unit) {
            return new World(unit, new LinkedHashMap<>());
        }

        World with(String table, Object... rows) {
            tables.computeIfAbsent(table, name -> new ArrayList<>()).addAll(List.of(rows));
            return this;
        }
    }

    static World of(String control, JsonNode input) {
        return switch (control) {
            case "1.1" -> World.of(ACCOUNT).with("aws_iam_credential_report", IdentityVectorRows.root(input));
            case "1.2" -> IdentityVectorRows.signIn(input);
            case "1.3", "1.21" -> IdentityVectorRows.keys(World.of(IdentityVectorRows.USER), input);
            case "1.4" -> IdentityVectorRows.keys(World.of(IdentityVectorRows.KEY + 1), input);
            case "1.5", "1.6", "1.7", "1.8", "1.9", "1.10", "1.11" -> IdentityVectorRows.passwordPolicy(input);
            case "1.12" ->
                World.of(ACCOUNT)
                        .with("aws_iam_account_summary", Map.of("summary_map", IdentityVectorRows.numbers(input)))
                        .with("aws_iam_credential_report", IdentityVectorRows.rootKeys(input));
            case "1.14" -> IdentityVectorRows.rootMfa(input);
            case "1.16" ->
                World.of(IdentityVectorRows.USER)
                        .with(
                                "aws_iam_user",
                                Map.of(
                                        "arn", IdentityVectorRows.USER,
                                        "user_policy_list", IdentityVectorRows.named(input.get("inline")),
                                        "attached_managed_policies", IdentityVectorRows.named(input.get("attached"))));
            case "1.22" -> IdentityVectorRows.policy(input);
            case "2.1" -> trails(input);
            case "2.5" -> recorders(input);
            case "2.8" -> kmsKey(input);
            case "2.9" -> NetworkVectorRows.flowLogs(input);
            case "4.1", "4.2" -> NetworkVectorRows.openGroup(input);
            case "4.3" -> NetworkVectorRows.defaultGroup(input);
            case "4.4" -> NetworkVectorRows.peering(input);
            default -> throw new IllegalArgumentException("no rows are known for control " + control);
        };
    }

    private static World trails(JsonNode input) {
        World world = World.of(ACCOUNT);
        int n = 0;
        for (JsonNode trail : input.get("multi_region_logging_trails")) {
            String arn = "arn:aws:cloudtrail:us-east-1:" + ACCOUNT + ":trail/t" + n++;
            world.with(
                    "aws_cloudtrail_trail",
                    Map.of(
                            "arn",
                            arn,
                            "trail_arn",
                            arn,
                            "home_region",
                            "us-east-1",
                            "is_multi_region_trail",
                            true,
                            "has_custom_event_selectors",
                            true,
                            "event_selectors",
                            snake(trail),
                            "status",
                            Map.of("is_logging", true)));
        }
        return world;
    }

    private static World recorders(JsonNode input) {
        World world = World.of("region:" + ACCOUNT + ":" + input.get("region").asString());
        input.get("recorders").propertyStream().forEach(recorder -> {
            String region = recorder.getKey();
            JsonNode said = recorder.getValue();
            world.with(
                            "aws_region",
                            Map.of("region", region, "region_name", region, "opt_in_status", "opt-in-not-required"))
                    .with(
                            "aws_config_configuration_recorder",
                            Map.of(
                                    "region",
                                    region,
                                    "arn",
                                    "arn:aws:config:" + region + ":" + ACCOUNT + ":configuration-recorder/default/1",
                                    "name",
                                    "default",
                                    "recording_group",
                                    snake(said.get("recordingGroup")),
                                    "recording_mode",
                                    snake(said.get("recordingMode")),
                                    "status",
                                    Map.of(
                                            "recording", said.get("recording").asBoolean(),
                                            "last_status",
                                                    said.get("lastStatus").asString())))
                    .with(
                            "aws_config_delivery_channel",
                            Map.of(
                                    "region",
                                    region,
                                    "arn",
                                    "arn:aws:config:" + region + ":" + ACCOUNT + ":delivery-channel/default",
                                    "name",
                                    "default",
                                    "s3_bucket_name",
                                    input.get("channel_bucket").asString()));
        });
        return world;
    }

    private static World kmsKey(JsonNode input) {
        Map<String, Object> row = new LinkedHashMap<>(snake(input));
        String arn = "arn:aws:kms:us-east-1:" + ACCOUNT + ":key/k-1";
        row.putAll(Map.of(
                "arn",
                arn,
                "key_id",
                "k-1",
                "rotation",
                Map.of("key_rotation_enabled", input.get("rotation").asBoolean())));
        Object kind = row.remove("multi_region_key_type");
        if (kind != null) {
            row.put("multi_region_configuration", Map.of("multi_region_key_type", kind));
        }
        return World.of(arn).with("aws_kms_key", row);
    }

    /** A structure of the AWS API with the names that columns have. */
    static Map<String, Object> snake(JsonNode structure) {
        Map<String, Object> renamed = new LinkedHashMap<>();
        structure.propertyStream().forEach(member -> renamed.put(snake(member.getKey()), value(member.getValue())));
        return renamed;
    }

    private static Object value(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> snake(value);
            case ARRAY -> value.valueStream().map(VectorRows::value).toList();
            case BOOLEAN -> value.asBoolean();
            case NUMBER -> value.asInt();
            default -> value.asString();
        };
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
