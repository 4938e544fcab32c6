import { Outlet } from "@tanstack/react-router";
import { api } from "../api/client";
import { asProblem } from "../api/problem";
import { Failure } from "../parts/Failure";
import { ChangePassword } from "../pages/sign-in/ChangePassword";
import { Doorstep } from "../pages/sign-in/Doorstep";
import { SignIn } from "../pages/sign-in/SignIn";
import { Frame } from "./Frame";
import { SessionProvider } from "./session";

/** Shows pages to who is signed in and has a password of their own; the address stays, so signing in leads where one wanted to go. */
export function Gate() {
  const session = api.useQuery("get", "/api/session", undefined, { staleTime: Infinity });
  if (session.error) {
    if (asProblem(session.error).status === 401) return <SignIn />;
    return (
      <Doorstep>
        <Failure error={session.error} onRetry={() => void session.refetch()} />
      </Doorstep>
    );
  }
  if (!session.data) return null;
  if (session.data.mustChangePassword) return <ChangePassword />;
  return (
    <SessionProvider value={session.data}>
      <Frame>
        <Outlet />
      </Frame>
    </SessionProvider>
  );
}
