import { useQueries } from "@tanstack/react-query";
import { api } from "../../api/client";
import { accountRows, type Row } from "./rows";

/** Accounts shown below a rule at most; the results view has them all. */
export const MOST_ACCOUNTS = 100;

interface Question {
  readonly framework: string;
  readonly account?: string[];
  readonly ou?: string[];
  readonly asOf?: string;
}

/** The accounts under a rule. */
export type Accounts =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly retry: () => void }
  | { readonly state: "loaded"; readonly rows: readonly Row[]; readonly total: number };

/** Asks for the accounts of each control that is open, and remembers them. */
export function useAccounts(question: Question, controls: readonly string[]): (control: string) => Accounts {
  const answers = useQueries({
    queries: controls.map((control) =>
      api.queryOptions("get", "/api/compliance/controls", { params: { query: { ...question, control, size: MOST_ACCOUNTS } } }),
    ),
  });
  return (control) => {
    const answer = answers[controls.indexOf(control)];
    if (answer?.data) return { state: "loaded", rows: accountRows(answer.data.items), total: answer.data.total };
    if (answer?.error) return { state: "failed", retry: () => void answer.refetch() };
    return { state: "loading" };
  };
}
