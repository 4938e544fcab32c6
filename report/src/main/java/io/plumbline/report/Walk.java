package io.plumbline.report;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.ControlResult;
import io.plumbline.assess.UnitResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Goes through an assessment's controls and units side by side; both come in the same order, so nothing has to be kept. */
final class Walk {
    /** What happens on the way: every control is begun and ended once, its units come in between. */
    interface Visitor {
        void begin(ControlResult control);

        void unit(UnitResult unit);

        void end(ControlResult control);
    }

    private record Key(String framework, String control, String account) {}

    private final List<ControlResult> controls;
    private final Visitor visitor;
    private final Map<Key, Integer> positions = new HashMap<>();
    private int current = -1;

    private Walk(List<ControlResult> controls, Visitor visitor) {
        this.controls = controls;
        this.visitor = visitor;
        for (ControlResult control : controls) {
            positions.put(new Key(control.framework(), control.control(), control.accountId()), positions.size());
        }
    }

    /** Units of an account that has no controls, one that is suspended, are passed over. */
    static void through(Assessment assessment, Visitor visitor) {
        Walk walk = new Walk(assessment.controls(), visitor);
        assessment.units(walk::unit);
        walk.moveTo(walk.controls.size());
    }

    private void unit(UnitResult unit) {
        Integer position = positions.get(new Key(unit.framework(), unit.control(), unit.accountId()));
        if (position == null) {
            return;
        }
        if (position < current) {
            throw new IllegalStateException("The units of control " + unit.control() + " in account " + unit.accountId()
                    + " do not come in the order of the controls.");
        }
        moveTo(position);
        visitor.unit(unit);
    }

    private void moveTo(int position) {
        while (current < position) {
            if (current >= 0) {
                visitor.end(controls.get(current));
            }
            current++;
            if (current < controls.size()) {
                visitor.begin(controls.get(current));
            }
        }
    }
}
