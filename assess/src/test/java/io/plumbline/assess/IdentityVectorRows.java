package io.plumbline.assess;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** {@link VectorRows} of IAM. */
final class IdentityVectorRows {
    static final String USER = "arn:aws:iam::" + VectorRows.ACCOUNT + ":user/ana";
    static final String KEY = USER + "/AKIA";
    private static final String POLICY = "arn:aws:iam::" + VectorRows.ACCOUNT + ":policy/all";

    private IdentityVectorRows() {}

    static Map<String, Object> root(JsonNode input) {
        Map<String, Object> row = new LinkedHashMap<>(Map.of("user_name", "<root_account>"));
        row.put("arn", "arn:aws:iam::" + VectorRows.ACCOUNT + ":root");
        input.propertyNames().stream()
                .filter(name -> !name.equals("now"))
                .forEach(name -> row.put(name, input.get(name).asString()));
        return row;
    }

    static Map<String, Object> rootKeys(JsonNode input) {
        return Map.of(
                "user_name", "<root_account>",
                "access_key_1_active", input.get("active").get(0).asString(),
                "access_key_2_active", input.get("active").get(1).asString());
    }

    static VectorRows.World signIn(JsonNode input) {
        boolean profile = input.at("/live/login_profile")
                .asBoolean(input.get("password_enabled").asString().equals("true"));
        return VectorRows.World.of(USER)
                .with(
                        "aws_iam_user_sign_in",
                        Map.of(
                                "arn",
                                USER,
                                "login_profile",
                                profile ? Map.of("user_name", "ana") : Map.of(),
                                "mfa_devices",
                                IntStream.range(0, input.at("/live/mfa_devices").asInt(0))
                                        .mapToObj(n -> Map.of(
                                                "serial_number", "arn:aws:iam::" + VectorRows.ACCOUNT + ":mfa/" + n))
                                        .toList()))
                .with(
                        "aws_iam_credential_report",
                        Map.of(
                                "arn", USER,
                                "password_enabled",
                                        input.get("password_enabled").asString(),
                                "mfa_active", input.get("mfa_active").asString()));
    }

    static VectorRows.World keys(VectorRows.World world, JsonNode input) {
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

    static VectorRows.World passwordPolicy(JsonNode input) {
        VectorRows.World world = VectorRows.World.of(VectorRows.ACCOUNT);
        return input.isNull() ? world : world.with("aws_iam_password_policy", VectorRows.snake(input));
    }

    static Map<String, Object> numbers(JsonNode input) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        input.propertyNames().stream()
                .filter(name -> input.get(name).isNumber())
                .forEach(name -> numbers.put(name, input.get(name).asInt()));
        return numbers;
    }

    static VectorRows.World rootMfa(JsonNode input) {
        VectorRows.World world = VectorRows.World.of(VectorRows.ACCOUNT)
                .with("aws_iam_account_summary", Map.of("summary_map", numbers(input)));
        input.get("virtual")
                .valueStream()
                .forEach(owner -> world.with(
                        "aws_iam_virtual_mfa_device",
                        Map.of(
                                "arn", "arn:aws:iam::" + VectorRows.ACCOUNT + ":mfa/phone",
                                "serial_number", "arn:aws:iam::" + VectorRows.ACCOUNT + ":mfa/phone",
                                "user", Map.of("arn", owner.asString()))));
        return world;
    }

    static List<Object> named(JsonNode names) {
        return names.valueStream()
                .<Object>map(name -> Map.of("policy_name", name.asString()))
                .toList();
    }

    static VectorRows.World policy(JsonNode document) {
        return VectorRows.World.of(POLICY)
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
}
