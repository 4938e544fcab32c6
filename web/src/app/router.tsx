import { lazyRouteComponent } from "@tanstack/react-router";
import { at, site } from "./site";

const pages = [
  at(
    "/",
    lazyRouteComponent(() => import("../pages/overview/OverviewPage"), "OverviewPage"),
  ),
  at(
    "/compliance",
    lazyRouteComponent(() => import("../pages/compliance/CompliancePage"), "CompliancePage"),
  ),
  at(
    "/findings",
    lazyRouteComponent(() => import("../pages/findings/FindingsPage"), "FindingsPage"),
  ),
  at(
    "/exceptions",
    lazyRouteComponent(() => import("../pages/exceptions/ExceptionsPage"), "ExceptionsPage"),
  ),
  at(
    "/exceptions/new",
    lazyRouteComponent(() => import("../pages/exceptions/ProposePage"), "ProposePage"),
  ),
  at(
    "/attestations",
    lazyRouteComponent(() => import("../pages/attestations/AttestationsPage"), "AttestationsPage"),
  ),
  at(
    "/assets",
    lazyRouteComponent(() => import("../pages/assets/AssetsPage"), "AssetsPage"),
  ),
  at(
    "/assets/one",
    lazyRouteComponent(() => import("../pages/assets/AssetPage"), "AssetPage"),
  ),
  at(
    "/accounts",
    lazyRouteComponent(() => import("../pages/accounts/AccountsPage"), "AccountsPage"),
  ),
  at(
    "/query",
    lazyRouteComponent(() => import("../pages/query/QueryPage"), "QueryPage"),
  ),
  at(
    "/reports",
    lazyRouteComponent(() => import("../pages/reports/ReportsPage"), "ReportsPage"),
  ),
  at(
    "/scans",
    lazyRouteComponent(() => import("../pages/scans/ScansPage"), "ScansPage"),
  ),
  at(
    "/settings",
    lazyRouteComponent(() => import("../pages/settings/SettingsPage"), "SettingsPage"),
  ),
];

/** Every page is a file of its own that loads when somebody goes there. */
export const router = site(pages);
