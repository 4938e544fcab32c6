import type { components } from "../api/generated/openapi";
import type { Data } from "./data.ts";

type Schemas = components["schemas"];
type Counts = Schemas["Counts"];
type Result = Schemas["ControlResult"];
type Compliance = Schemas["Compliance"];

const NONE: Counts = { failed: 0, checked: 0, excepted: 0, notApplicable: 0, manual: 0, unknown: 0, affected: 0 };

function sum(results: readonly Result[]): Counts {
  return results.reduce(
    (all, { counts }) => ({
      failed: all.failed + counts.failed,
      checked: all.checked + counts.checked,
      excepted: all.excepted + counts.excepted,
      notApplicable: all.notApplicable + counts.notApplicable,
      manual: all.manual + counts.manual,
      unknown: all.unknown + counts.unknown,
      affected: all.affected + counts.affected,
    }),
    NONE,
  );
}

/** What these units come to; unknown where no account was judged. */
function statusOf(results: readonly Result[], { failed, unknown, manual, checked }: Counts): Schemas["Status"] {
  if (results.length === 0) return "UNKNOWN";
  if (failed > 0) return "FAIL";
  if (unknown > 0) return "UNKNOWN";
  if (manual > 0) return "MANUAL";
  return checked > 0 ? "PASS" : "NOT_APPLICABLE";
}

function scoreOf(results: readonly Result[]): Schemas["Score"] {
  const of = (status: Schemas["Status"]): number => results.filter((result) => result.scored && result.status === status).length;
  const [passed, failed] = [of("PASS"), of("FAIL")];
  return {
    ...(passed + failed > 0 && { share: passed / (passed + failed) }),
    passed,
    failed,
    unknown: of("UNKNOWN"),
    manual: of("MANUAL"),
    notApplicable: of("NOT_APPLICABLE"),
  };
}

/** A framework in some of the accounts, worked out of the results of each control and account as the server does (Compliance.java). */
export function complianceIn({ compliance, results, accounts, about }: Data, account: (id: string) => boolean): Compliance {
  const within = results.filter(({ accountId }) => account(accountId));
  const active = accounts.filter(({ id, status }) => account(id) && status === "ACTIVE");
  const byControl = Map.groupBy(within, ({ control }) => control);
  const { assessment, ...rest } = compliance;
  return {
    ...rest,
    ...(assessment && { assessment: { ...assessment, accounts: active.length, entered: active.filter(({ entered }) => entered).length } }),
    score: scoreOf(within),
    gaps: Object.entries(about.gaps).reduce((all, [id, gaps]) => all + (account(id) ? gaps : 0), 0),
    sections: compliance.sections.map((section) => {
      const own = within.filter((result) => result.section === section.section);
      return { ...section, score: scoreOf(own), counts: sum(own) };
    }),
    controls: compliance.controls.map(({ updated: _, ...control }) => {
      const own = byControl.get(control.control) ?? [];
      const counts = sum(own);
      const updated = own
        .map((result) => result.updated)
        .sort()
        .at(-1);
      return {
        ...control,
        status: statusOf(own, counts),
        counts,
        accounts: own.length,
        accountsFailing: own.filter(({ status }) => status === "FAIL").length,
        ...(updated !== undefined && { updated }),
      };
    }),
  };
}
