import type { Schemas } from "../api/client";
import type { Place } from "../url/place";
import { count } from "../words/common";
import { frame } from "../words/frame";

/** What the scope is called in the top bar: the one account or unit, or how many are chosen. */
export function scopeName(place: Pick<Place, "many">, status: Schemas["SystemStatus"] | undefined): string {
  const accounts = place.many("account");
  const ous = place.many("ou");
  const [account] = accounts;
  const [ou] = ous;
  if (accounts.length + ous.length === 0) return status ? frame.scopeAll(status.accounts.length) : frame.scopeEvery;
  if (accounts.length + ous.length === 1) {
    if (account !== undefined) return status?.accounts.find(({ id }) => id === account)?.name ?? account;
    return status?.ous.find(({ id, name }) => id === ou || name === ou)?.name ?? ou ?? "";
  }
  const parts = [
    ...(ous.length > 0 ? [count(ous.length, "unit")] : []),
    ...(accounts.length > 0 ? [count(accounts.length, "account")] : []),
  ];
  return parts.join(", ");
}
