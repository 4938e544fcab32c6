package io.plumbline.ledger;

import io.plumbline.model.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What Prowler calls a resource, by its name or id, as the ARN of our unit. */
final class MutedResources {
    /** Forms whose names may stand behind a path, so that a star would reach over into another name. */
    private static final Set<String> WITH_PATH = Set.of("user", "policy");

    private MutedResources() {}

    /**
     * Patterns of ARNs; none for all resources.
     *
     * @throws BadInput if one cannot be said without covering more
     */
    static List<String> arns(ForeignRules.Entry rule, List<String> resources) {
        if (resources.isEmpty()) {
            throw new BadInput("it has no Resources, so Prowler mutes nothing by it.");
        }
        if (resources.stream().anyMatch(MutelistImport::any)) {
            return List.of();
        }
        if (rule.form().equals("other")) {
            throw new BadInput("what Prowler calls the resource of this check is not what " + rule.rule()
                    + " judges. Use the resource *, or ask for an exception.");
        }
        List<String> arns = new ArrayList<>();
        resources.forEach(resource -> arns.addAll(arns(rule.form(), resource)));
        return arns;
    }

    private static List<String> arns(String form, String resource) {
        NamePattern pattern = NamePattern.of(resource)
                .orElseThrow(() -> new BadInput("its resource " + resource
                        + " is a regular expression that cannot be said with stars. Write the names out."));
        if (pattern.glob().contains("/") || pattern.glob().contains(":")) {
            throw new BadInput(
                    "its resource " + resource + " is no name or id, which is what Prowler holds it against.");
        }
        String component = "*:" + form + "/";
        if (!WITH_PATH.contains(form)) {
            return List.of(component + pattern.glob());
        }
        String name = pattern.literal()
                .orElseThrow(() -> new BadInput("its resource " + resource
                        + " is a pattern, which in ours would also match paths. Write the names out."));
        return List.of(component + name, component + "*/" + name);
    }
}
