import { keepPreviousData, useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "../../api/client";
import { type Matrix, matrix } from "./matrix";

/** As many results as one answer may hold. */
const MOST = 500;

/** Every control's result in these accounts; a large framework takes several answers. */
export function useMatrix(framework: string, accounts: readonly string[]) {
  const question = { framework, account: [...accounts], size: MOST };
  const first = api.useQuery(
    "get",
    "/api/compliance/controls",
    { params: { query: question } },
    { enabled: accounts.length > 0, placeholderData: keepPreviousData },
  );
  const pages = Math.ceil((first.data?.total ?? 0) / MOST);
  const others = useQueries({
    queries: Array.from({ length: Math.max(0, pages - 1) }, (_, index) =>
      api.queryOptions("get", "/api/compliance/controls", { params: { query: { ...question, page: index + 2 } } }),
    ),
  });
  const complete = first.data !== undefined && others.every(({ data }) => data !== undefined);
  const answers = complete ? [first.data, ...others.map(({ data }) => data)] : [];
  const data = useMemo<Matrix | undefined>(
    () => (complete ? matrix(answers.flatMap((answer) => answer?.items ?? [])) : undefined),
    [complete, ...answers],
  );
  return {
    data,
    error: first.error ?? others.find(({ error }) => error !== null)?.error,
    refetch: () => {
      void first.refetch();
      for (const other of others) void other.refetch();
    },
  };
}
