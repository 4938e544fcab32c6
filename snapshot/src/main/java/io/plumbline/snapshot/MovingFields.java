package io.plumbline.snapshot;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Fields that AWS moves by itself while nobody changes anything, told by their names: when something was last used, seen or delivered, and
 * how much lies in it. A comparison leaves them out; a snapshot keeps them. Keys of tags are people's own and never such fields.
 */
public final class MovingFields {
    private static final List<Pattern> NAMES = List.of(
            // IAM roles, keys, users and the credential report; access advisor.
            Pattern.compile(".*last_(used|accessed|access|authenticated|activity|seen|login)(_.*)?"),
            Pattern.compile("generated_time|job_completion_date|job_creation_date"),
            // Trails, configuration recorders, delivery channels, managed instances.
            Pattern.compile("latest_.*(time|attempt|attempted|succeeded)"),
            Pattern.compile(
                    "(last_(ping|attempt|successful|delivery|event|heartbeat)|next_delivery).*(time|timestamp)"),
            // Tables, queues, log groups, file systems, vaults: what lies in them.
            Pattern.compile("approximate_.*|.*item_count|number_of_(recovery_points|archives)"),
            Pattern.compile(".*(stored|size|size_in|used|consumed)_bytes|size_in_bytes"));

    private MovingFields() {}

    /** Whether a field of this name moves by itself. */
    public static boolean moves(String field) {
        return NAMES.stream().anyMatch(name -> name.matcher(field).matches());
    }
}
