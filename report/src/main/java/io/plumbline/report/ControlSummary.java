package io.plumbline.report;

import io.plumbline.assess.ControlResult;
import io.plumbline.model.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One control over all accounts.
 *
 * @param number its place in the report, from 1
 * @param accounts its rows, by account id
 */
record ControlSummary(int number, List<ControlResult> accounts) {
    private record Key(String framework, String control) {}

    /** All controls of an assessment, in benchmark order. */
    static List<ControlSummary> of(List<ControlResult> controls) {
        Map<Key, List<ControlResult>> byControl = new LinkedHashMap<>();
        for (ControlResult control : controls) {
            byControl
                    .computeIfAbsent(new Key(control.framework(), control.control()), key -> new ArrayList<>())
                    .add(control);
        }
        List<ControlSummary> summaries = new ArrayList<>();
        byControl.values().forEach(rows -> summaries.add(new ControlSummary(summaries.size() + 1, List.copyOf(rows))));
        return summaries;
    }

    ControlResult first() {
        return accounts.getFirst();
    }

    boolean has(ControlResult control) {
        return first().framework().equals(control.framework())
                && first().control().equals(control.control());
    }

    long failed() {
        return accounts.stream().mapToLong(ControlResult::failed).sum();
    }

    long checked() {
        return accounts.stream().mapToLong(ControlResult::checked).sum();
    }

    long affected() {
        return accounts.stream().mapToLong(ControlResult::affected).sum();
    }

    long in(Status status) {
        return accounts.stream().filter(control -> control.status() == status).count();
    }

    /** By the same rule as in one account: {@code Status.ofControl}. */
    Status status() {
        return Status.ofControl(in(Status.FAIL), in(Status.UNKNOWN), in(Status.MANUAL), in(Status.PASS));
    }
}
