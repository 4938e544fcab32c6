package io.plumbline.aws;

import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;

/** Takes the client secret of a sign-in out of listeners and rules, should AWS ever send it. */
final class ElbSecrets {
    private ElbSecrets() {}

    static Listener without(Listener listener) {
        return listener.toBuilder()
                .defaultActions(without(listener.defaultActions()))
                .build();
    }

    static Rule without(Rule rule) {
        return rule.toBuilder().actions(without(rule.actions())).build();
    }

    private static List<Action> without(List<Action> actions) {
        return actions.stream()
                .map(action -> action.authenticateOidcConfig() == null
                        ? action
                        : action.toBuilder()
                                .authenticateOidcConfig(action.authenticateOidcConfig().toBuilder()
                                        .clientSecret(null)
                                        .build())
                                .build())
                .toList();
    }
}
