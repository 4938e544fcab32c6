package io.plumbline.filter;

import io.plumbline.model.Arn;
import java.util.Optional;

/** Alarms go by name or by ARN. */
final class AlarmNames {
    private static final String KIND = "alarm:";

    private AlarmNames() {}

    /** Whether both mean the same alarm, given that a name without ARN means one in the account and region at hand. */
    static boolean same(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        Optional<String> oneName = nameInArn(one);
        Optional<String> otherName = nameInArn(other);
        if (oneName.isPresent() == otherName.isPresent()) {
            return false;
        }
        return oneName.orElse(one).equals(otherName.orElse(other));
    }

    private static Optional<String> nameInArn(String text) {
        return Arn.parse(text)
                .filter(arn ->
                        arn.service().equals("cloudwatch") && arn.resource().startsWith(KIND))
                .map(arn -> arn.resource().substring(KIND.length()));
    }
}
