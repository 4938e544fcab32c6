package io.plumbline.server;

import io.plumbline.aws.WantedTypes;
import io.plumbline.ledger.ScanOrder;
import io.plumbline.ledger.ScanRun;
import io.plumbline.ledger.ScanScope;
import io.plumbline.ledger.Schedule;
import io.plumbline.ledger.ScheduleTerms;
import io.plumbline.ledger.Timetable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Scans that are made by themselves. */
record ScheduleRoutes(Center center) implements Routes {
    private static final int TIMES = 5;

    private record RunJson(
            String state,
            Instant started,
            Optional<Instant> ended,
            Optional<String> scan,
            String startedBy,
            Optional<String> message) {
        static RunJson of(ScanRun run, boolean everything) {
            return new RunJson(
                    ScanJson.word(run.state()),
                    run.started(),
                    run.ended(),
                    run.snapshot(),
                    run.startedBy(),
                    run.message().filter(text -> everything || run.state() != ScanRun.State.FAILED));
        }
    }

    /** @param scope for those who see every account only: it may name any */
    private record ScheduleJson(
            String id,
            String name,
            String cron,
            String zone,
            Optional<ScanScope> scope,
            boolean active,
            String createdBy,
            Instant createdAt,
            Optional<Instant> next,
            Optional<RunJson> last) {}

    private record ScopeBody(
            Optional<List<String>> accounts,
            Optional<List<String>> ous,
            Optional<List<String>> regions,
            Optional<List<String>> types,
            Optional<Boolean> all,
            Optional<List<String>> frameworks) {
        ScanScope scope() {
            return new ScanScope(
                    accounts.orElse(List.of()),
                    ous.orElse(List.of()),
                    regions.orElse(List.of()),
                    types.orElse(List.of()),
                    all.orElse(false),
                    frameworks.orElse(List.of()));
        }
    }

    private record ScheduleBody(
            String name, String cron, Optional<String> zone, Optional<ScopeBody> scope, Optional<Boolean> active) {
        ScheduleTerms terms() {
            return new ScheduleTerms(
                    name.strip(),
                    cron.strip(),
                    zone.orElse("UTC"),
                    scope.map(ScopeBody::scope).orElse(ScanScope.STANDARD),
                    active.orElse(true));
        }
    }

    @Override
    public void add(BiConsumer<String, Deed> routes) {
        routes.accept("listSchedules", this::list);
        routes.accept("listScheduleTimes", this::times);
        routes.accept("addSchedule", this::add);
        routes.accept("changeSchedule", this::change);
        routes.accept("removeSchedule", this::remove);
        routes.accept("runSchedule", this::run);
    }

    private Answer list(Request request) {
        Map<String, ScanRun> last = center.ledger().scanRuns().lastOfSchedules();
        boolean everything = request.caller().everything();
        return new Answer.Json(new ItemsJson<>(center.ledger().schedules().all().stream()
                .map(schedule -> json(schedule, Optional.ofNullable(last.get(schedule.id())), everything))
                .toList()));
    }

    private Answer times(Request request) {
        return new Answer.Json(new ItemsJson<>(
                Timetable.of(request.text("cron"), request.text("zone")).next(center.now(), TIMES)));
    }

    private Answer add(Request request) {
        Schedule added = center.ledger()
                .schedules()
                .add(terms(request), request.caller().actor(), center.now());
        return new Answer.Json(json(added, Optional.empty(), true));
    }

    private Answer change(Request request) {
        Schedule known = known(request);
        Schedule changed = center.ledger()
                .schedules()
                .change(known.id(), terms(request), request.caller().actor(), center.now());
        return new Answer.Json(json(
                changed,
                Optional.ofNullable(center.ledger().scanRuns().lastOfSchedules().get(known.id())),
                true));
    }

    private Answer remove(Request request) {
        center.ledger().schedules().remove(known(request).id(), request.caller().actor(), center.now());
        return new Answer.Nothing();
    }

    private Answer run(Request request) {
        ScanOrder order = ScanOrder.of(known(request), request.caller().actor());
        return new Answer.Json(ScanJson.running(center.scans().start(order), true));
    }

    private Schedule known(Request request) {
        String id = request.text("schedule");
        return center.ledger()
                .schedules()
                .get(id)
                .orElseThrow(() -> Problem.notFound("There is no schedule '" + id + "'."));
    }

    /** A slip of the pen is better told now than by a scan that fails at night. */
    private ScheduleTerms terms(Request request) {
        ScheduleTerms terms = request.body(ScheduleBody.class).terms();
        terms.scope().frameworks().forEach(center.catalog()::framework);
        terms.scope().types().forEach(type -> WantedTypes.named(type, center.types()));
        return terms;
    }

    private static ScheduleJson json(Schedule schedule, Optional<ScanRun> last, boolean everything) {
        ScheduleTerms terms = schedule.terms();
        return new ScheduleJson(
                schedule.id(),
                terms.name(),
                terms.cron(),
                terms.zone(),
                Optional.of(terms.scope()).filter(scope -> everything),
                terms.active(),
                schedule.createdBy(),
                schedule.createdAt(),
                schedule.next(),
                last.map(run -> RunJson.of(run, everything)));
    }
}
