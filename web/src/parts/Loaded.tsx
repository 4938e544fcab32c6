import Skeleton from "@cloudscape-design/components/skeleton";
import type { ReactNode } from "react";
import { Failure } from "./Failure";

interface Query<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

interface Properties<T> {
  readonly query: Query<T>;
  /** How high the place is that the answer will take, so that nothing jumps; CSS units. */
  readonly height: string;
  readonly children: (data: T) => ReactNode;
}

/** What a query answered; its place while it loads; what went wrong. An older answer stays while a new one is under way. */
export function Loaded<T>({ query, height, children }: Properties<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton height={height} width="100%" display="block" />;
}
