package io.plumbline.server;

import io.plumbline.ledger.PersonScope;
import io.plumbline.ledger.Role;
import io.plumbline.model.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What the groups of an identity provider mean here. The first line whose group somebody is in counts, and no other: so nobody gets the
 * role of one and the accounts of another.
 *
 * @param lines in the order of the file
 */
public record RoleMap(List<Line> lines) {
    private static final Set<String> KEYS = Set.of("group", "role", "accounts", "ous");

    /** What one group means. */
    public record Line(String group, Role role, PersonScope scope) {}

    public RoleMap {
        lines = List.copyOf(lines);
    }

    /**
     * Reads a YAML list of {@code group, role, accounts, ous}.
     *
     * @param source how to call it in a message
     * @throws BadInput that says where it is wrong
     */
    public static RoleMap read(String source, String text) {
        JsonNode root;
        try {
            root = YAMLMapper.builder().build().readTree(text);
        } catch (JacksonException e) {
            throw new BadInput(source + " is not YAML: " + e.getOriginalMessage(), e);
        }
        if (!root.isArray() || root.isEmpty()) {
            throw new BadInput(source + " must be a list of at least one line, such as `- {group: security, role: admin}`.");
        }
        List<Line> lines = new ArrayList<>();
        for (JsonNode node : root) {
            lines.add(line(source + ", line " + (lines.size() + 1) + " of the list", node));
        }
        return new RoleMap(lines);
    }

    private static Line line(String where, JsonNode node) {
        Set<String> unknown = new TreeSet<>(node.propertyNames());
        unknown.removeAll(KEYS);
        if (!node.isObject() || !unknown.isEmpty()) {
            throw new BadInput(where + ": there are the keys group, role, accounts and ous, and no other"
                    + (unknown.isEmpty() ? "." : ": " + String.join(", ", unknown) + "."));
        }
        String group = node.path("group").asString("");
        if (group.isBlank()) {
            throw new BadInput(where + ": the group is missing.");
        }
        return new Line(
                group,
                role(where, node.path("role").asString("")),
                new PersonScope(texts(where, node.path("accounts"), "\\d{12}"), texts(where, node.path("ous"), ".*\\S.*")));
    }

    private static Role role(String where, String word) {
        for (Role role : Role.values()) {
            if (role.name().equals(word.toUpperCase(Locale.ROOT))) {
                return role;
            }
        }
        throw new BadInput(where + ": the role is '" + word + "'; right are viewer, auditor, engineer and admin.");
    }

    private static List<String> texts(String where, JsonNode node, String form) {
        if (node.isMissingNode()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        node.forEach(one -> texts.add(one.isString() ? one.asString() : ""));
        // An empty list would mean everything, which is seldom what somebody means who writes one.
        if (!node.isArray() || texts.isEmpty() || !texts.stream().allMatch(text -> text.matches(form))) {
            throw new BadInput(where + ": accounts and ous are lists of at least one, accounts of ids in quotes, such as"
                    + " accounts: [\"111122223333\"]. Leave them out for everything.");
        }
        return texts;
    }

    /** What somebody in these groups may do; empty if nothing. */
    Optional<Line> of(Set<String> groups) {
        return lines.stream().filter(line -> groups.contains(line.group())).findFirst();
    }

    /** Whether some group makes Admins who see everything, and so can let people in. */
    boolean letsIn() {
        return lines.stream()
                .anyMatch(line -> line.role() == Role.ADMIN && line.scope().equals(PersonScope.ALL));
    }
}
