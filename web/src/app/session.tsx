import { createContext, useContext } from "react";
import { api, type Schemas } from "../api/client";

type Session = Schemas["Session"];
type Role = Schemas["Role"];

const ROLES: readonly Role[] = ["viewer", "auditor", "engineer", "admin"];

const Context = createContext<Session | undefined>(undefined);

export const SessionProvider = Context.Provider;

/** Who is signed in. Only within pages, which nobody sees before. */
export function useSession(): Session {
  const session = useContext(Context);
  if (!session) throw new Error("A page was drawn before anybody signed in: pages belong below SessionProvider.");
  return session;
}

/** Whether who is signed in has at least a role. What they may not do is not drawn. */
export function useMay(role: Role): boolean {
  return ROLES.indexOf(useSession().role) >= ROLES.indexOf(role);
}

/** Whether who is signed in may see every account: some operations are theirs only. */
export function useSeesAll(): boolean {
  const { scope } = useSession();
  return scope.accounts.length === 0 && scope.ous.length === 0;
}

/** What the frame shows: asked every minute, and every five seconds while a scan runs. */
export function useStatus() {
  return api.useQuery("get", "/api/status", undefined, {
    refetchInterval: (query) => (query.state.data?.running ? 5_000 : 60_000),
  });
}
