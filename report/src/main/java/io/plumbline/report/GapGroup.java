package io.plumbline.report;

import io.plumbline.assess.AssessedAccount;
import io.plumbline.assess.Assessment;
import io.plumbline.assess.ControlResult;
import io.plumbline.assess.Gap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What could not be read in an account for one and the same cause, however many regions and tables it struck.
 *
 * @param accountName empty if it has none
 * @param action the IAM action that was missing; where nobody asked, the table
 * @param message what AWS said in the first of the regions; may be empty
 * @param regions sorted
 * @param rules ids of the rules that need what is missing, sorted
 * @param unknownRules how many of them have UNKNOWN units in this account
 */
record GapGroup(
        String accountId,
        String accountName,
        String action,
        String code,
        String message,
        List<String> regions,
        List<String> rules,
        long unknownRules) {

    private record Cause(String accountId, String action, String code) {}

    private record InAccount(String accountId, String rule) {}

    /** All gaps of an assessment, in their order. */
    static List<GapGroup> of(Assessment assessment) {
        Map<Cause, List<Gap>> byCause = new LinkedHashMap<>();
        for (Gap gap : assessment.gaps()) {
            String action = gap.action().isEmpty() ? gap.table() : gap.action();
            byCause.computeIfAbsent(new Cause(gap.accountId(), action, gap.code()), cause -> new ArrayList<>())
                    .add(gap);
        }
        Map<String, String> names =
                assessment.accounts().stream().collect(Collectors.toMap(AssessedAccount::id, AssessedAccount::name));
        Set<InAccount> unknown = new HashSet<>();
        for (ControlResult control : assessment.controls()) {
            if (control.unknown() > 0) {
                unknown.add(new InAccount(control.accountId(), control.rule()));
            }
        }
        return byCause.entrySet().stream()
                .map(entry -> group(entry.getKey(), names, entry.getValue(), unknown))
                .toList();
    }

    private static GapGroup group(Cause cause, Map<String, String> names, List<Gap> gaps, Set<InAccount> unknown) {
        Set<String> regions = new TreeSet<>();
        Set<String> rules = new TreeSet<>();
        for (Gap gap : gaps) {
            regions.add(gap.region());
            rules.addAll(gap.rules());
        }
        return new GapGroup(
                cause.accountId(),
                names.getOrDefault(cause.accountId(), ""),
                cause.action(),
                cause.code(),
                gaps.getFirst().message(),
                List.copyOf(regions),
                List.copyOf(rules),
                rules.stream()
                        .filter(rule -> unknown.contains(new InAccount(cause.accountId(), rule)))
                        .count());
    }

    /** How the account is called. */
    String account() {
        return ReportInput.accountLabel(accountName, accountId);
    }

    /** The regions in few words: all their names up to four, else their number and the first two. */
    String place() {
        return regions.size() <= 4
                ? String.join(", ", regions)
                : regions.size() + " regions (" + regions.get(0) + ", " + regions.get(1) + ", …)";
    }

    /** What it leaves undecided, in words. */
    String effect() {
        return unknownRules == 0
                ? "no rule is UNKNOWN for it"
                : unknownRules + (unknownRules == 1 ? " rule is UNKNOWN" : " rules are UNKNOWN");
    }
}
