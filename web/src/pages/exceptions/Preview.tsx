import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { keepPreviousData } from "@tanstack/react-query";
import { api, type Schemas } from "../../api/client";
import { AccountName } from "../../parts/AccountName";
import { Arn } from "../../parts/Arn";
import { Loaded } from "../../parts/Loaded";
import { SeverityWord } from "../../parts/SeverityWord";
import { exceptions as words } from "../../words/exceptions";

interface Properties {
  readonly rules: readonly string[];
  readonly scope: Schemas["ExceptionScope"];
}

/** The open findings that an exception would hide today. */
export function Preview({ rules, scope }: Properties) {
  const query = api.useQuery(
    "post",
    "/api/exceptions/preview",
    { body: { rules: [...rules], scope } },
    { enabled: rules.length > 0, placeholderData: keepPreviousData },
  );
  if (rules.length === 0) return <Box color="text-body-secondary">{words.previewEmpty}</Box>;
  return (
    <Loaded query={query} height="120px">
      {({ findings, accounts, sample }) =>
        findings === 0 ? (
          <Box color="text-body-secondary">{words.previewNone}</Box>
        ) : (
          <SpaceBetween size="xs">
            <Box variant="strong">{words.previewCount(findings, accounts)}</Box>
            <ul className="preview" tabIndex={0} aria-label={words.previewSample(sample.length)}>
              {sample.map(({ id, severity, title, asset, unit, accountId, accountName }) => (
                <li key={id}>
                  <span className="row">
                    <SeverityWord severity={severity} /> {title}
                  </span>
                  <span className="row quiet">
                    <Arn arn={asset ?? unit} link={false} /> <AccountName id={accountId} name={accountName} />
                  </span>
                </li>
              ))}
            </ul>
            {sample.length < findings && <Box color="text-body-secondary">{words.previewSample(sample.length)}</Box>}
          </SpaceBetween>
        )
      }
    </Loaded>
  );
}
