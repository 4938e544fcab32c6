package io.plumbline.report;

import io.plumbline.assess.AssessedAccount;
import io.plumbline.assess.Assessment;
import io.plumbline.assess.Catalog;
import io.plumbline.assess.ControlResult;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a format writes down.
 *
 * @param catalog where the texts of its rules and frameworks are; it must hold those that the assessment names
 * @param version the Plumbline that made the report
 */
public record ReportInput(Assessment assessment, Catalog catalog, String version, TableOptions table) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The frameworks that controls belong to, in their order; an empty id stands for rules that are in none. */
    List<String> groups() {
        Set<String> groups = new LinkedHashSet<>(assessment.frameworks());
        assessment.controls().forEach(control -> groups.add(control.framework()));
        return List.copyOf(groups);
    }

    /** Whether a row must say which framework it belongs to. */
    boolean severalFrameworks() {
        return groups().size() > 1;
    }

    String frameworkTitle(String framework) {
        return framework.isEmpty()
                ? "Rules outside the chosen frameworks"
                : catalog.framework(framework).title();
    }

    String sectionTitle(ControlResult control) {
        return control.framework().isEmpty() || control.section().isEmpty()
                ? "Rules"
                : catalog.framework(control.framework()).sections().getOrDefault(control.section(), "");
    }

    /** Accounts that are judged. */
    List<AssessedAccount> active() {
        return assessment.accounts().stream()
                .filter(account -> account.status().equals("ACTIVE"))
                .toList();
    }

    /** Accounts that are judged, though nobody could look inside. */
    List<AssessedAccount> notEntered() {
        return active().stream().filter(account -> !account.entered()).toList();
    }

    /** Accounts that are only listed. */
    List<AssessedAccount> inactive() {
        return assessment.accounts().stream()
                .filter(account -> !account.status().equals("ACTIVE"))
                .toList();
    }

    /** How an account is called everywhere: "name (id)". */
    static String accountLabel(String name, String id) {
        return name.isBlank() || name.equals(id) ? id : name + " (" + id + ")";
    }

    /** A moment for people, to the minute. */
    static String minute(Instant instant) {
        return MINUTE.format(instant);
    }

    /** The last day on which something holds that ends at this moment. */
    static String lastDay(Instant end) {
        return end.minusMillis(1).atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
