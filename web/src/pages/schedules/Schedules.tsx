import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { api, refresh, type Schemas } from "../../api/client";
import { useMay, useSeesAll, useStatus } from "../../app/session";
import { Confirm } from "../../parts/Confirm";
import { Empty } from "../../parts/Empty";
import { OnOff } from "../../parts/OnOff";
import { RowActions } from "../../parts/RowActions";
import { WholeTable } from "../../parts/WholeTable";
import { usePlace } from "../../url/place";
import { schedules as words } from "../../words/schedules";
import { Last, Next, scopeWords } from "./columns";
import { ScheduleDialog } from "./ScheduleDialog";

type Schedule = Schemas["Schedule"];

/** How often it is looked how runs go; milliseconds. */
const WHILE_RUNNING = 5_000;
const ELSE = 60_000;

/** Scans that are made by themselves; who may changes them, everybody sees when the next one is. */
export default function Schedules() {
  const place = usePlace();
  const status = useStatus();
  const seesAll = useSeesAll();
  const may = useMay("admin") && seesAll;
  const query = api.useQuery("get", "/api/schedules", undefined, {
    refetchInterval: ({ state }) => (state.data?.items.some(({ last }) => last?.state === "running") ? WHILE_RUNNING : ELSE),
  });
  const [editing, setEditing] = useState<Schedule | "new">();
  const [removing, setRemoving] = useState<Schedule>();
  const [starting, setStarting] = useState<Schedule>();
  const remove = api.useMutation("delete", "/api/schedules/{schedule}", {
    onSuccess: () => {
      void refresh("/api/schedules");
      setRemoving(undefined);
    },
  });
  const run = api.useMutation("post", "/api/schedules/{schedule}/run", {
    onSuccess: () => {
      void refresh("/api/schedules", "/api/scans", "/api/status");
      setStarting(undefined);
    },
  });
  const add = may && (
    <Button variant="primary" onClick={() => setEditing("new")}>
      {words.add}
    </Button>
  );
  const actions = (schedule: Schedule) => (
    <RowActions name={schedule.name} onChange={() => setEditing(schedule)} onRemove={() => setRemoving(schedule)}>
      <Button variant="inline-link" ariaLabel={words.running(schedule.name)} onClick={() => setStarting(schedule)}>
        {words.runNow}
      </Button>
    </RowActions>
  );
  return (
    <>
      <WholeTable<Schedule>
        name={words.title}
        about={words.about}
        action={add}
        query={query}
        rowKey={({ id }) => id}
        wrapLines
        columns={[
          { id: "name", header: words.columns.name, cell: ({ name }) => name, isRowHeader: true },
          { id: "when", header: words.columns.when, cell: ({ cron, zone }) => `${cron} ${zone}` },
          ...(seesAll ? [{ id: "scope", header: words.columns.scope, cell: ({ scope }: Schedule) => scopeWords(scope, status.data) }] : []),
          { id: "next", header: words.columns.next, cell: ({ next }) => <Next at={next} /> },
          { id: "last", header: words.columns.last, cell: ({ last }) => <Last run={last} place={place} /> },
          { id: "state", header: words.columns.state, cell: ({ active }) => <OnOff on={active} /> },
          ...(may ? [{ id: "actions", header: words.columns.actions, cell: actions }] : []),
        ]}
        empty={<Empty title={words.none}>{words.noneHelp}</Empty>}
      />
      {editing && <ScheduleDialog schedule={editing === "new" ? undefined : editing} onClose={() => setEditing(undefined)} />}
      {removing && (
        <Confirm
          what={words.removeTitle}
          effect={words.removeEffect(removing.name)}
          pending={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate({ params: { path: { schedule: removing.id } } })}
          onClose={() => setRemoving(undefined)}
        />
      )}
      {starting && (
        <Confirm
          what={words.runNow}
          effect={words.runEffect(starting.name)}
          pending={run.isPending}
          error={run.error}
          onConfirm={() => run.mutate({ params: { path: { schedule: starting.id } } })}
          onClose={() => setStarting(undefined)}
        />
      )}
    </>
  );
}
