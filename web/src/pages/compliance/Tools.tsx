import Button from "@cloudscape-design/components/button";
import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import { api, refresh, type Schemas } from "../../api/client";
import { useMay, useSeesAll, useStatus } from "../../app/session";
import { usePlace, useScope } from "../../url/place";
import { format } from "../../url/search";
import { compliance as words } from "../../words/compliance";
import { Subject } from "./Subject";

interface Properties {
  readonly framework: string;
  readonly assessment: Schemas["AssessmentRef"] | undefined;
}

const formats = ["html", "xlsx", "csv", "json", "junit", "ocsf", "asff", "sarif"] as const;

/** Framework, day, export and, for who may, a scan. */
export function Tools({ framework, assessment }: Properties) {
  const place = usePlace();
  const scope = useScope();
  const status = useStatus();
  const may = useMay("engineer");
  const seesAll = useSeesAll();
  const scan = api.useMutation("post", "/api/scans", {
    onSuccess: () => {
      void refresh("/api/status", "/api/scans");
      place.go(place.to("/scans"));
    },
  });
  const audits = useMay("auditor");
  const asked = {
    framework: [framework],
    ...(assessment && { assessment: [assessment.id] }),
    account: scope.account ?? [],
    ou: scope.ou ?? [],
  };
  const exports = formats.map((id) => ({
    id: id as string,
    text: words.exports[id],
    href: `/api/export${format({ format: [id], ...asked })}`,
  }));
  const evidence = {
    id: "evidence",
    text: words.evidencePack,
    description: words.evidencePackAbout,
    href: `/api/evidence${format(asked)}`,
  };
  return (
    <div className="tools">
      <Subject framework={framework} />
      <ButtonDropdown disabled={!assessment} items={audits ? [...exports, evidence] : exports}>
        {words.export}
      </ButtonDropdown>
      {may && seesAll && (
        <Button variant="primary" loading={scan.isPending} disabled={status.data?.running !== undefined} onClick={() => scan.mutate({})}>
          {words.scanNow}
        </Button>
      )}
    </div>
  );
}
