package io.plumbline.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MovingFieldsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "last_used",
                "role_last_used",
                "password_last_used",
                "access_key_1_last_used_date",
                "access_key_2_last_used_service",
                "services_last_accessed",
                "last_accessed_date",
                "generated_time",
                "latest_delivery_time",
                "latest_notification_attempt_time",
                "last_ping_date_time",
                "next_delivery_time",
                "item_count",
                "table_size_bytes",
                "stored_bytes",
                "approximate_number_of_messages",
                "last_backup_time",
                "available_ip_address_count",
                "state_updated_timestamp",
                "lock_token",
                "next_rotation_date"
            })
    void what_moves_by_itself(String field) {
        assertThat(MovingFields.moves(field)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "last_modified",
                "last_updated",
                "state",
                "status",
                "enabled",
                "last_rotated_date",
                "last_updated_time",
                "password_last_changed",
                "access_key_1_last_rotated",
                "is_logging",
                "latest_delivery_error",
                "allocated_storage",
                "size",
                "max_size",
                "desired_count",
                "create_date",
                "multi_region"
            })
    void what_somebody_changed(String field) {
        assertThat(MovingFields.moves(field)).isFalse();
    }

    private static List<String> changes(String before, String after) {
        JsonNode old = JsonMapper.shared().readTree(before);
        JsonNode young = JsonMapper.shared().readTree(after);
        return FieldChange.between(old, young, Set.copyOf(old.propertyNames())).stream()
                .map(change -> change.field() + " " + change.before() + " " + change.after())
                .toList();
    }

    @Test
    void fields_are_named_down_to_the_part_that_differs() {
        assertThat(changes(
                        "{\"status\": {\"is_logging\": true, \"latest_delivery_time\": \"a\", \"error\": null}}",
                        "{\"status\": {\"is_logging\": false, \"latest_delivery_time\": \"b\"}}"))
                .containsExactly("status.is_logging true false");
    }

    @Test
    void a_tag_is_a_tag_whatever_it_is_called() {
        assertThat(changes("{\"tags\": {\"last_used\": \"a\"}, \"aws_tags\": [1]}", "{\"tags\": {}, \"aws_tags\": []}"))
                .containsExactly("tags.last_used \"a\" null");
    }

    @Test
    void lists_are_compared_as_bags() {
        assertThat(changes(
                        "{\"l\": [1, 2], \"m\": [{\"k\": 1, \"v\": 2}], \"same\": [1, 2]}",
                        "{\"l\": [2, 1, 3], \"m\": [{\"k\": 1, \"v\": 3}], \"same\": [2, 1]}"))
                .containsExactlyInAnyOrder("l[] null 3", "m[].v 2 3");
    }

    @Property
    void nothing_differs_from_itself(@ForAll String key, @ForAll List<String> values) {
        String node = JsonMapper.shared().writeValueAsString(java.util.Map.of(key, values));
        assertThat(changes(node, node)).isEmpty();
    }
}
