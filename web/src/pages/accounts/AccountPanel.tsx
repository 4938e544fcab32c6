import Alert from "@cloudscape-design/components/alert";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useCallback } from "react";
import { api } from "../../api/client";
import { PagePanel } from "../../app/panel";
import { Empty } from "../../parts/Empty";
import { Loaded } from "../../parts/Loaded";
import { Moment } from "../../parts/Moment";
import { usePlace } from "../../url/place";
import { number } from "../../words/common";
import { accounts as words } from "../../words/explore";
import { AccountScore, Entered } from "./columns";

/** One account in the panel below the list. */
export function AccountPanel({ id }: { readonly id: string }) {
  const place = usePlace();
  const query = api.useQuery("get", "/api/accounts", { params: { query: { q: id, size: 1 } } });
  const close = useCallback(() => place.set({ open: undefined, page: place.one("page") }), [place]);
  const account = query.data?.items.find((each) => each.id === id);
  return (
    <PagePanel title={account ? `${account.name} (${id})` : id} close={close}>
      <Loaded query={query} height="160px">
        {() =>
          account ? (
            <SpaceBetween size="m">
              {account.trouble !== undefined && (
                <Alert type="warning" header={words.trouble} statusIconAriaLabel="Warning">
                  {account.trouble}
                </Alert>
              )}
              <KeyValuePairs
                columns={4}
                items={[
                  { label: words.columns.entered, value: <Entered account={account} /> },
                  { label: words.unit, value: account.ous.join(" / ") || "–" },
                  { label: words.columns.score, value: <AccountScore score={account.score} /> },
                  {
                    label: words.results,
                    value: [account.score.passed, account.score.failed, account.score.unknown, account.score.manual]
                      .map(number)
                      .join(" / "),
                  },
                  { label: words.columns.owner, value: account.owner ?? words.noOwner },
                  { label: words.email, value: account.email ?? "–" },
                  { label: words.columns.regions, value: account.regions.join(", ") || "–" },
                  { label: words.columns.scan, value: account.lastScan === undefined ? "–" : <Moment at={account.lastScan} /> },
                  ...(account.contacts && Object.keys(account.contacts).length > 0
                    ? [
                        {
                          label: words.contacts,
                          value: Object.entries(account.contacts).map(([kind, contact]) => (
                            <div key={kind}>
                              {kind}: {contact}
                            </div>
                          )),
                        },
                      ]
                    : []),
                  ...(account.policies && account.policies.length > 0
                    ? [{ label: words.policies, value: account.policies.join(", ") }]
                    : []),
                ]}
              />
              <Link href={place.with({ account: id })}>{words.scopeTo}</Link>
            </SpaceBetween>
          ) : (
            <Empty title={words.emptyTitle} />
          )
        }
      </Loaded>
    </PagePanel>
  );
}
