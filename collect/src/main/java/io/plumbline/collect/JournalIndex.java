package io.plumbline.collect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which cells a run has finished and where their rows stand, in some dozen bytes a cell: the same region and tables are one text for all
 * accounts. Not for several threads at once.
 */
final class JournalIndex {
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Set<String>> doneByAccount = new HashMap<>();
    private final Map<String, List<Placed>> rowsByTable = new HashMap<>();
    private final Map<String, Long> ends = new HashMap<>();

    /**
     * A segment of an account's page log.
     *
     * @param cellStart the cell's name up to its first bar, the account's id
     * @param cellRest the cell's name from there
     */
    record Placed(String accountId, String cellStart, String cellRest, long offset, long length) {
        String cell() {
            return cellStart + cellRest;
        }
    }

    void add(RunJournal.Commit commit) {
        String start = start(commit.cell());
        String rest = one(commit.cell().substring(start.length()));
        doneByAccount.computeIfAbsent(one(start), unused -> new HashSet<>()).add(rest);
        for (PageLog.Segment segment : commit.segments()) {
            rowsByTable
                    .computeIfAbsent(one(segment.table()), unused -> new ArrayList<>())
                    .add(new Placed(one(commit.accountId()), one(start), rest, segment.offset(), segment.length()));
            ends.merge(one(commit.accountId()), segment.end(), Math::max);
        }
    }

    private static String start(String cell) {
        int bar = cell.indexOf('|');
        return cell.substring(0, Math.max(0, bar));
    }

    private String one(String text) {
        String known = texts.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    boolean done(String cell) {
        String start = start(cell);
        return doneByAccount.getOrDefault(start, Set.of()).contains(cell.substring(start.length()));
    }

    Set<String> cells() {
        return doneByAccount.entrySet().stream()
                .flatMap(account -> account.getValue().stream().map(rest -> account.getKey() + rest))
                .collect(Collectors.toSet());
    }

    List<Placed> rows(String table) {
        return rowsByTable.getOrDefault(table, List.of());
    }

    long committedEnd(String accountId) {
        return ends.getOrDefault(accountId, 0L);
    }
}
