package io.plumbline.assess;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Turns what a shared vector says of the world into the rows that a scan of that world would have. Everything is in account 111122223333
 * and belongs to the user ana, the VPC vpc-1 and the like.
 */
final class VectorRows {
    static final String ACCOUNT = CaseFile.ACCOUNT;
    private static final String USER = "arn:aws:iam::" + ACCOUNT + ":user/ana";
    private static final String KEY = USER + "/AKIA";
    private static final String POLICY = "arn:aws:iam::" + ACCOUNT + ":policy/all";

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
            case "1.1" -> World.of(ACCOUNT).with("aws_iam_credential_report", root(input));
            case "1.2" -> signIn(input);
            case "1.3", "1.21" -> keys(World.of(USER), input);
            case "1.4" -> keys(World.of(KEY + 1), input);
            case "1.5", "1.6", "1.7", "1.8", "1.9", "1.10", "1.11" -> passwordPolicy(input);
            case "1.12" ->
                World.of(ACCOUNT)
                        .with("aws_iam_account_summary", Map.of("summary_map", numbers(input)))
                        .with("aws_iam_credential_report", rootKeys(input));
            case "1.14" -> rootMfa(input);
            case "1.16" ->
                World.of(USER)
                        .with(
                                "aws_iam_user",
                                Map.of(
                                        "arn", USER,
                                        "user_policy_list", named(input.get("inline")),
                                        "attached_managed_policies", named(input.get("attached"))));
            case "1.22" -> policy(input);
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

    private static Map<String, Object> root(JsonNode input) {
        Map<String, Object> row = new LinkedHashMap<>(Map.of("user_name", "<root_account>"));
        row.put("arn", "arn:aws:iam::" + ACCOUNT + ":root");
        input.propertyNames().stream()
                .filter(name -> !name.equals("now"))
                .forEach(name -> row.put(name, input.get(name).asString()));
        return row;
    }

    private static Map<String, Object> rootKeys(JsonNode input) {
        return Map.of(
                "user_name", "<root_account>",
                "access_key_1_active", input.get("active").get(0).asString(),
                "access_key_2_active", input.get("active").get(1).asString());
    }

    private static World signIn(JsonNode input) {
        boolean profile = input.at("/live/login_profile")
                .asBoolean(input.get("password_enabled").asString().equals("true"));
        return World.of(USER)
                .with(
                        "aws_iam_user_sign_in",
                        Map.of(
                                "arn",
                                USER,
                                "login_profile",
                                profile ? Map.of("user_name", "ana") : Map.of(),
                                "mfa_devices",
                                IntStream.range(0, input.at("/live/mfa_devices").asInt(0))
                                        .mapToObj(n -> Map.of("serial_number", "arn:aws:iam::" + ACCOUNT + ":mfa/" + n))
                                        .toList()))
                .with(
                        "aws_iam_credential_report",
                        Map.of(
                                "arn", USER,
                                "password_enabled",
                                        input.get("password_enabled").asString(),
                                "mfa_active", input.get("mfa_active").asString()));
    }

    private static World keys(World world, JsonNode input) {
        String made = input.get("user_creation_time").asString();
        String password = input.get("password_enabled").asString();
        Map<String, Object> report = new LinkedHashMap<>(
                Map.of("arn", USER, "generated_time", input.get("now").asString()));
        report.put("user_creation_time", made);
        for (String name : List.of("password_enabled", "password_last_used", "password_last_changed")) {
            report.put(name, input.get(name).asString());
        }
        for (int n = 1; n <= 2; n++) {
            JsonNode key = input.get("keys").path(n - 1);
            report.put(
                    "access_key_" + n + "_active",
                    String.valueOf(key.path("Status").asString("").equals("Active")));
            report.put(
                    "access_key_" + n + "_last_rotated", key.path("CreateDate").asString("N/A"));
            report.put(
                    "access_key_" + n + "_last_used_date",
                    key.path("LastUsedDate").asString("N/A"));
            if (!key.isMissingNode()) {
                world.with(
                        "aws_iam_access_key",
                        Map.of(
                                "arn",
                                KEY + n,
                                "access_key_id",
                                "AKIA" + n,
                                "status",
                                key.get("Status").asString(),
                                "create_date",
                                key.get("CreateDate").asString(),
                                "last_used",
                                key.get("LastUsedDate").isNull()
                                        ? Map.of("service_name", "N/A", "region", "N/A")
                                        : Map.of(
                                                "last_used_date",
                                                key.get("LastUsedDate").asString())));
            }
        }
        Map<String, Object> user = new LinkedHashMap<>(Map.of("arn", USER, "create_date", made));
        if (password.toLowerCase(Locale.ROOT).equals("true")) {
            user.put("login_profile", Map.of("user_name", "ana", "create_date", made));
        }
        return world.with("aws_iam_user_sign_in", user).with("aws_iam_credential_report", report);
    }

    private static World passwordPolicy(JsonNode input) {
        World world = World.of(ACCOUNT);
        return input.isNull() ? world : world.with("aws_iam_password_policy", snake(input));
    }

    private static Map<String, Object> numbers(JsonNode input) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        input.propertyNames().stream()
                .filter(name -> input.get(name).isNumber())
                .forEach(name -> numbers.put(name, input.get(name).asInt()));
        return numbers;
    }

    private static World rootMfa(JsonNode input) {
        World world = World.of(ACCOUNT).with("aws_iam_account_summary", Map.of("summary_map", numbers(input)));
        input.get("virtual")
                .valueStream()
                .forEach(owner -> world.with(
                        "aws_iam_virtual_mfa_device",
                        Map.of(
                                "arn", "arn:aws:iam::" + ACCOUNT + ":mfa/phone",
                                "serial_number", "arn:aws:iam::" + ACCOUNT + ":mfa/phone",
                                "user", Map.of("arn", owner.asString()))));
        return world;
    }

    private static List<Object> named(JsonNode names) {
        return names.valueStream()
                .<Object>map(name -> Map.of("policy_name", name.asString()))
                .toList();
    }

    private static World policy(JsonNode document) {
        return World.of(POLICY)
                .with(
                        "aws_iam_policy",
                        Map.of(
                                "arn",
                                POLICY,
                                "attachment_count",
                                1,
                                "default_version_id",
                                "v1",
                                "policy_version_list",
                                List.of(Map.of(
                                        "version_id",
                                        "v1",
                                        "is_default_version",
                                        true,
                                        "document",
                                        document.toString()))));
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
