import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import { keepPreviousData } from "@tanstack/react-query";
import { api, refresh, type Schemas } from "../../api/client";
import { Empty } from "../../parts/Empty";
import { Failure } from "../../parts/Failure";
import { ChoiceFilter, FilterRow } from "../../parts/Filters";
import { Moment } from "../../parts/Moment";
import { ServerTable } from "../../parts/ServerTable";
import { usePlace } from "../../url/place";
import { number } from "../../words/common";
import { notifications as words } from "../../words/notifications";

type Delivery = Schemas["Delivery"];

const states: readonly Schemas["DeliveryState"][] = ["waiting", "sent", "dead"];

const KINDS: Readonly<Record<Schemas["DeliveryState"], StatusIndicatorProps.Type>> = {
  waiting: "pending",
  sent: "success",
  dead: "error",
};

/** How often it is looked whether what waits was sent; milliseconds. */
const PAUSE = 15_000;

/** What was sent, what waits and what was given up, which can be tried again. */
export function Deliveries() {
  const place = usePlace();
  const chosen = place.many("state");
  const state = states.filter((each) => chosen.includes(each));
  const query = api.useQuery(
    "get",
    "/api/deliveries",
    { params: { query: { page: Number(place.one("page") ?? 1), ...(state.length > 0 && { state }) } } },
    {
      placeholderData: keepPreviousData,
      refetchInterval: (asked) => asked.state.data?.items.some((delivery) => delivery.state === "waiting") === true && PAUSE,
    },
  );
  const retry = api.useMutation("post", "/api/deliveries/{delivery}/retry", { onSuccess: () => void refresh("/api/deliveries") });
  return (
    <SpaceBetween size="s">
      {retry.error && <Failure error={retry.error} />}
      <ServerTable<Delivery>
        name={words.deliveries}
        query={query}
        rowKey={({ id }) => id}
        filters={["state"]}
        filter={
          <FilterRow>
            <ChoiceFilter
              name="state"
              label={words.state}
              choices={states.map((value) => ({ value, label: words.deliveryStates[value] }))}
            />
          </FilterRow>
        }
        header={
          <Header variant="h2" description={words.deliveriesAbout} {...(query.data && { counter: `(${number(query.data.total)})` })}>
            {words.deliveries}
          </Header>
        }
        empty={<Empty title={words.noDelivery}>{words.noDeliveryHelp}</Empty>}
        columns={[
          {
            id: "title",
            header: words.columns.title,
            cell: ({ title, finding, routeName, channelName }) => (
              <div className="two-lines">
                <span className="cut" title={title}>
                  {finding === undefined ? title : <Link href={place.to("/findings", { finding, state: "all" })}>{title}</Link>}
                </span>
                <span className="quiet cut">{words.via(routeName, channelName)}</span>
              </div>
            ),
          },
          {
            id: "state",
            header: words.columns.state,
            width: 130,
            cell: ({ state: is }) => <StatusIndicator type={KINDS[is]}>{words.deliveryStates[is]}</StatusIndicator>,
          },
          { id: "made", header: words.columns.made, width: 170, cell: ({ made }) => <Moment at={made} /> },
          { id: "attempts", header: words.columns.attempts, width: 90, cell: ({ attempts }) => words.tries(attempts) },
          {
            id: "trouble",
            header: words.columns.trouble,
            width: 300,
            cell: ({ trouble }) => (
              <span className="cut" title={trouble}>
                {trouble}
              </span>
            ),
          },
          {
            id: "actions",
            header: words.columns.actions,
            width: 110,
            cell: ({ id, title, state: is }) =>
              is !== "sent" && (
                <Button
                  variant="inline-link"
                  ariaLabel={words.retrying(title)}
                  loading={retry.isPending && retry.variables.params.path.delivery === id}
                  onClick={() => retry.mutate({ params: { path: { delivery: id } } })}
                >
                  {words.retry}
                </Button>
              ),
          },
        ]}
      />
    </SpaceBetween>
  );
}
