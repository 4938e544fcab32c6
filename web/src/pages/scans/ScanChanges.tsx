import Box from "@cloudscape-design/components/box";
import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { api } from "../../api/client";
import { asProblem } from "../../api/problem";
import { Empty } from "../../parts/Empty";
import { FindingRows } from "../../parts/FindingRows";
import { Loaded } from "../../parts/Loaded";
import { usePlace } from "../../url/place";
import { scans as words } from "../../words/scans";
import { localMoment } from "../../words/time";

/** Scans that can be chosen to compare with. */
const CHOICES = 100;

/** What changed in the findings from another scan to this one. */
export function ScanChanges({ id }: { readonly id: string }) {
  const place = usePlace();
  const before = place.one("before");
  const query = api.useQuery("get", "/api/scans/{scan}/changes", {
    params: { path: { scan: id }, query: { ...(before !== undefined && { before }) } },
  });
  const scans = api.useQuery("get", "/api/scans", { params: { query: { size: CHOICES } } });
  const self = scans.data?.items.find((scan) => scan.id === id)?.now;
  const options = [
    { value: "", label: words.previous },
    ...(scans.data?.items ?? []).flatMap(({ id: value, now }) =>
      now === undefined || (self !== undefined && now >= self) ? [] : [{ value, label: localMoment(now) }],
    ),
  ];
  if (query.error && asProblem(query.error).status === 404) return <Empty title={words.firstScan} />;
  return (
    <SpaceBetween size="s">
      <FormField label={words.compareWith}>
        <div className="choice">
          <Select
            ariaLabel={words.compareWith}
            options={options}
            selectedOption={options.find(({ value }) => value === (before ?? "")) ?? null}
            onChange={({ detail }) => place.set({ before: detail.selectedOption.value, page: place.one("page") })}
          />
        </div>
      </FormField>
      <Loaded query={query} height="160px">
        {({ opened, resolved, reopened }) =>
          opened.length + resolved.length + reopened.length === 0 ? (
            <Empty title={words.noChange} />
          ) : (
            <SpaceBetween size="s">
              {(
                [
                  [words.opened, opened],
                  [words.reopened, reopened],
                  [words.resolved, resolved],
                ] as const
              ).map(
                ([title, findings]) =>
                  findings.length > 0 && (
                    <div key={title(0)}>
                      <Box variant="h4">{title(findings.length)}</Box>
                      <FindingRows findings={findings} />
                    </div>
                  ),
              )}
            </SpaceBetween>
          )
        }
      </Loaded>
    </SpaceBetween>
  );
}
