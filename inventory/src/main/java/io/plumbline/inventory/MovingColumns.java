package io.plumbline.inventory;

import java.util.regex.Pattern;

/**
 * Which columns and fields move by themselves, so that they say nothing of a change that somebody made: when the row was read, when
 * something was last used, seen, delivered, checked or backed up, and how many free addresses or waiting tasks there are just now.
 */
final class MovingColumns {
    private static final Pattern NAMES = Pattern.compile("collected_at|unread"
            + "|.*last_(used|accessed|authenticated|launched|ping|seen|observed|resource_analyzed|computed|decrypted|backup|restore"
            + "|execution|successful|success|association|inventory|check|checked|drift_check|evaluated|start|stop|run|recovery_point"
            + "|delivery|notification|connection_validation|automated_discovery)(_.*)?"
            + "|latest_(.*delivery|.*notification|restorable).*"
            + "|.*(expected_)?next_(rotation|maintenance|snapshot).*|.*_next_rotation|date_(last|next)_run"
            + "|lock_token|e_tag|available_ip_address_count|stored_bytes|(running|pending)_(tasks?_)?count|item_count|table_size_bytes"
            + "|analyzed_at"
            + "|state_(value|reason|reason_data|updated_timestamp|transitioned_timestamp)");

    private MovingColumns() {}

    /** Whether a column, or a field of a nested one, of this name moves by itself. */
    static boolean moves(String name) {
        return NAMES.matcher(name).matches();
    }
}
