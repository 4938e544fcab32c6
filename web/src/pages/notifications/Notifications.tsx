import SpaceBetween from "@cloudscape-design/components/space-between";
import { api } from "../../api/client";
import { Loaded } from "../../parts/Loaded";
import { Channels } from "./Channels";
import { Deliveries } from "./Deliveries";
import { Routes } from "./Routes";

/** Who is told what changed: where to, what of it, and how that went. */
export default function Notifications() {
  const kinds = api.useQuery("get", "/api/channel-kinds", undefined, { staleTime: 600_000 });
  return (
    <Loaded query={kinds} height="480px">
      {({ items }) => (
        <SpaceBetween size="l">
          <Channels kinds={items} />
          <Routes kinds={items} />
          <Deliveries />
        </SpaceBetween>
      )}
    </Loaded>
  );
}
