import SpaceBetween from "@cloudscape-design/components/space-between";
import Tabs from "@cloudscape-design/components/tabs";
import { lazy, Suspense } from "react";
import { useMay, useSeesAll } from "../../app/session";
import { PageHead } from "../../parts/PageHead";
import { usePlace } from "../../url/place";
import { settings as words } from "../../words/settings";
import { AuditLog } from "./AuditLog";
import { People } from "./People";
import { Roles } from "./Roles";
import { Tokens } from "./Tokens";

const Notifications = lazy(() => import("../notifications/Notifications"));
const Parameters = lazy(() => import("../parameters/Parameters"));
const Schedules = lazy(() => import("../schedules/Schedules"));

/** Who may sign in, who is told, when scans are made, what rules can be told, how accounts are entered, tokens, and the audit log: each for who may see it. */
export function SettingsPage() {
  const place = usePlace();
  const seesAll = useSeesAll();
  const mayPeople = useMay("admin") && seesAll;
  const mayAudit = useMay("auditor") && seesAll;
  const tabs = [
    ...(mayPeople ? [{ id: "people", label: words.tabs.people, page: <People /> }] : []),
    ...(mayPeople ? [{ id: "notifications", label: words.tabs.notifications, page: <Notifications /> }] : []),
    { id: "schedules", label: words.tabs.schedules, page: <Schedules /> },
    { id: "parameters", label: words.tabs.parameters, page: <Parameters /> },
    { id: "accounts", label: words.tabs.accounts, page: <Roles /> },
    { id: "tokens", label: words.tabs.tokens, page: <Tokens /> },
    ...(mayAudit ? [{ id: "audit", label: words.tabs.audit, page: <AuditLog /> }] : []),
  ];
  const tab = tabs.find(({ id }) => id === place.one("tab"))?.id ?? tabs[0]?.id ?? "";
  return (
    <SpaceBetween size="m">
      <PageHead title={words.title} />
      <Tabs
        activeTabId={tab}
        onChange={({ detail }) => place.go(place.to(place.path, { tab: detail.activeTabId }))}
        tabs={tabs.map(({ id, label, page }) => ({ id, label, content: id === tab && <Suspense>{page}</Suspense> }))}
      />
    </SpaceBetween>
  );
}
