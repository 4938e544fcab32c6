import Link from "@cloudscape-design/components/link";
import type { TableProps } from "@cloudscape-design/components/table";
import type { ReactNode } from "react";
import type { Schemas } from "../../api/client";
import { AccountName } from "../../parts/AccountName";
import { ExceptionKey } from "../../parts/KeyLink";
import { Moment } from "../../parts/Moment";
import { SeverityWord } from "../../parts/SeverityWord";
import { StatusWord } from "../../parts/StatusWord";
import type { Place } from "../../url/place";
import { count, number } from "../../words/common";
import { compliance as words } from "../../words/compliance";
import { NumberLink, Rate, unitsAddress } from "./cells";
import type { Row, Sort } from "./rows";

type Status = Schemas["Status"];

function countsOf(row: Row): Schemas["Counts"] {
  switch (row.kind) {
    case "section":
      return row.section.counts;
    case "rule":
      return row.control.counts;
    case "account":
      return row.result.counts;
  }
}

/** The units of one status behind a row; of a section there is no such list, so its number leads to its rules. */
function listOf(place: Place, row: Row, status: Status | "all"): string {
  switch (row.kind) {
    case "section":
      return place.with({ section: row.section.section });
    case "rule":
      return unitsAddress(place, row.control.rule, status);
    case "account":
      return unitsAddress(place, row.result.rule, status, row.result.accountId);
  }
}

function Title({ row, place }: { readonly row: Row; readonly place: Place }) {
  switch (row.kind) {
    case "section":
      return (
        <strong>
          {row.section.section}&ensp;{row.section.title}
        </strong>
      );
    case "rule":
      return (
        <span className="cut" title={row.control.title}>
          <span className="control">{row.control.control}</span>
          <Link href={place.with({ rule: row.control.rule, tab: undefined, units: undefined, in: undefined })}>{row.control.title}</Link>
          <ExceptionKey href={place.to("/exceptions/new", { rule: row.control.rule })} />
        </span>
      );
    case "account":
      return <AccountName id={row.result.accountId} name={row.result.accountName} />;
  }
}

function failedOf(place: Place, row: Row): ReactNode {
  const { failed, checked } = countsOf(row);
  if (checked === 0) return <span className="quiet">–</span>;
  return (
    <span className="number">
      <NumberLink value={failed} href={listOf(place, row, "FAIL")} label={words.columns.failed} /> / {number(checked)}
    </span>
  );
}

function accountsOf(place: Place, row: Row): ReactNode {
  if (row.kind === "section") return <span className="quiet">{count(row.rules.length, "rule")}</span>;
  if (row.kind === "account") return null;
  const { accounts, accountsFailing, rule } = row.control;
  if (accountsFailing === 0) return <span className="quiet">{words.failing(0, accounts)}</span>;
  return (
    <Link href={place.with({ view: "results", of: row.control.control, status: "FAIL", rule })}>
      {words.failing(accountsFailing, accounts)}
    </Link>
  );
}

function affectedOf(place: Place, row: Row): ReactNode {
  const { affected } = countsOf(row);
  switch (row.kind) {
    case "section":
      return <NumberLink value={affected} href={listOf(place, row, "FAIL")} label={words.columns.affected} />;
    case "rule":
      return (
        <NumberLink
          value={affected}
          href={place.to("/findings", { rule: row.control.rule, state: "open", standing: "open" })}
          label={words.columns.affected}
        />
      );
    case "account":
      return (
        <NumberLink
          value={affected}
          href={place.to("/findings", { rule: row.result.rule, account: row.result.accountId, state: "open", standing: "open" })}
          label={words.columns.affected}
        />
      );
  }
}

interface RuleColumn extends TableProps.ColumnDefinition<Row> {
  readonly id: string;
  readonly title: string;
}

/** A column of a count that is shown only when somebody asks for it. */
function counted(place: Place, id: "excepted" | "unknown" | "manual" | "notApplicable", status: Status | "all"): RuleColumn {
  const title = words.columns[id];
  return {
    id,
    title,
    header: title,
    width: 120,
    cell: (row) => <NumberLink value={countsOf(row)[id]} href={listOf(place, row, status)} label={title} />,
  };
}

function control(cell: (control: Schemas["ComplianceControl"]) => ReactNode): (row: Row) => ReactNode {
  return (row) => (row.kind === "rule" ? cell(row.control) : null);
}

function sortable(by: Sort, width: number, cell: (row: Row) => ReactNode): RuleColumn {
  const title = words.columns[by];
  return { id: by, title, header: title, sortingField: by, width, cell };
}

/** The columns shown unless somebody chose others. */
export const usualColumns: readonly string[] = ["rule", "severity", "status", "accounts", "failed", "rate", "affected"];

/** Every column of the rule table. */
export function ruleColumns(place: Place): readonly RuleColumn[] {
  return [
    {
      id: "rule",
      title: words.columns.rule,
      header: words.columns.rule,
      isRowHeader: true,
      minWidth: 260,
      cell: (row) => <Title row={row} place={place} />,
    },
    sortable(
      "severity",
      110,
      control(({ severity }) => <SeverityWord severity={severity} />),
    ),
    sortable(
      "status",
      120,
      (row) => row.kind !== "section" && <StatusWord status={row.kind === "rule" ? row.control.status : row.result.status} />,
    ),
    sortable("accounts", 140, (row) => accountsOf(place, row)),
    sortable("failed", 145, (row) => failedOf(place, row)),
    sortable("rate", 145, (row) => <Rate counts={countsOf(row)} />),
    sortable("affected", 105, (row) => affectedOf(place, row)),
    counted(place, "excepted", "FAIL"),
    counted(place, "unknown", "UNKNOWN"),
    counted(place, "manual", "MANUAL"),
    counted(place, "notApplicable", "NOT_APPLICABLE"),
    { id: "level", title: words.columns.level, header: words.columns.level, width: 90, cell: control(({ level }) => level) },
    {
      id: "scored",
      title: words.columns.scored,
      header: words.columns.scored,
      width: 120,
      cell: control(({ scored }) => (scored ? words.scoredYes : words.scoredNo)),
    },
    {
      id: "updated",
      title: words.columns.updated,
      header: words.columns.updated,
      width: 170,
      cell: control(({ updated }) => updated && <Moment at={updated} />),
    },
  ];
}
