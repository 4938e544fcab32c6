package io.plumbline.report;

import io.plumbline.assess.ControlResult;
import io.plumbline.assess.UnitResult;
import io.plumbline.model.Status;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** For each control and account the lines about its units that a test case shows, put aside until its suite's turn. */
final class JUnitUnits implements Walk.Visitor {
    static final int SHOWN = 100;

    private record Key(String framework, String control, String account) {
        static Key of(ControlResult control) {
            return new Key(control.framework(), control.control(), control.accountId());
        }
    }

    private final Spool spool;
    private final Map<Key, Spool.Part> parts = new HashMap<>();
    private final StringBuilder lines = new StringBuilder();
    private Status wanted = Status.PASS;
    private int count;

    private JUnitUnits(Spool spool) {
        this.spool = spool;
    }

    static JUnitUnits read(ReportInput input, Spool spool) {
        JUnitUnits units = new JUnitUnits(spool);
        Walk.through(input.assessment(), units);
        return units;
    }

    @Override
    public void begin(ControlResult control) {
        lines.setLength(0);
        count = 0;
        wanted = control.status();
    }

    @Override
    public void unit(UnitResult unit) {
        if (unit.status() != wanted
                || unit.status() == Status.PASS
                || unit.exception().isPresent()) {
            return;
        }
        count++;
        if (count <= SHOWN) {
            lines.append(unit.region())
                    .append("  ")
                    .append(unit.unit())
                    .append("\n    ")
                    .append(unit.reason())
                    .append('\n');
        }
    }

    @Override
    public void end(ControlResult control) {
        if (count > SHOWN) {
            lines.append("… and ").append(count - SHOWN).append(" more; the CSV and JSON reports have all.\n");
        }
        if (count > 0) {
            parts.put(Key.of(control), spool.add(lines.toString()));
        }
    }

    /** The lines of the units that gave the control its status; empty where it passed. */
    String of(ControlResult control) {
        return Optional.ofNullable(parts.get(Key.of(control))).map(spool::read).orElse("");
    }
}
