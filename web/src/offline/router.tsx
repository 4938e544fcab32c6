import { createHashHistory } from "@tanstack/react-router";
import { at, site } from "../app/site";
import { AccountsPage } from "../pages/accounts/AccountsPage";
import { AttestationsPage } from "../pages/attestations/AttestationsPage";
import { CompliancePage } from "../pages/compliance/CompliancePage";
import { ExceptionsPage } from "../pages/exceptions/ExceptionsPage";
import { FindingsPage } from "../pages/findings/FindingsPage";
import { OverviewPage } from "../pages/overview/OverviewPage";

/** The pages whose data a file holds. Their addresses stand behind #, since the file has but one of its own. */
export function fileSite() {
  const pages = [
    at("/", OverviewPage),
    at("/compliance", CompliancePage),
    at("/findings", FindingsPage),
    at("/exceptions", ExceptionsPage),
    at("/attestations", AttestationsPage),
    at("/accounts", AccountsPage),
  ];
  return site(pages, createHashHistory());
}
