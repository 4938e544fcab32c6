package io.plumbline.snapshot;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Fields that AWS moves by itself while nobody changes anything, told by their names: when something was last used, seen, delivered, checked
 * or backed up, and how much lies in it or waits. A comparison leaves them out; a snapshot keeps them. Keys of tags are people's own and never such fields.
 */
public final class MovingFields {
    private static final List<Pattern> NAMES = List.of(
            // IAM roles, keys, users and the credential report; access advisor.
            Pattern.compile(".*last_(used|accessed|access|authenticated|activity|seen|login)(_.*)?"),
            Pattern.compile("generated_time|job_completion_date|job_creation_date|analyzed_at"),
            // Trails, configuration recorders, delivery channels, managed instances.
            Pattern.compile("latest_.*(time|attempt|attempted|succeeded)"),
            Pattern.compile(
                    "(last_(ping|attempt|successful|delivery|event|heartbeat)|next_delivery).*(time|timestamp)"),
            // Instances, backups, jobs, rotations: when the last one was and the next one will be.
            Pattern.compile(
                    ".*last_(launched|observed|resource_analyzed|computed|decrypted|backup|restore|execution|success"
                            + "|association|inventory|check|checked|drift_check|evaluated|start|stop|run|recovery_point|notification"
                            + "|connection_validation|automated_discovery)(_.*)?"),
            Pattern.compile("latest_restorable.*|.*next_(rotation|maintenance|snapshot).*|date_(last|next)_run"),
            // Alarms change their state; versions of a configuration that nobody set.
            Pattern.compile(
                    "state_(value|reason|reason_data|updated_timestamp|transitioned_timestamp)|lock_token|e_tag"),
            // Tables, queues, log groups, file systems, vaults: what lies in them.
            Pattern.compile(
                    "approximate_.*|.*item_count|number_of_(recovery_points|archives)|available_ip_address_count|(running|pending)_(tasks?_)?count"),
            Pattern.compile(".*(stored|size|size_in|used|consumed)_bytes|size_in_bytes"));

    private MovingFields() {}

    /** Whether a field of this name moves by itself. */
    public static boolean moves(String field) {
        return NAMES.stream().anyMatch(name -> name.matcher(field).matches());
    }
}
