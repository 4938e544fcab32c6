import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { api, type Schemas } from "../../api/client";
import { useMay } from "../../app/session";
import { AccountName } from "../../parts/AccountName";
import { shortArn } from "../../parts/Arn";
import { Empty } from "../../parts/Empty";
import { ServerTable } from "../../parts/ServerTable";
import { usePlace, useScope } from "../../url/place";
import { attestations as words } from "../../words/attestations";
import { number } from "../../words/common";
import { AnswerDialog } from "./AnswerDialog";

type Question = Schemas["Question"];

/** After an answer the server judges anew, which takes it seconds: so long we look every now and then whether it has. */
const PATIENCE = 60_000;
const PAUSE = 2_000;

/** Units that wait for an answer. */
export function QuestionList() {
  const place = usePlace();
  const may = useMay("auditor");
  const { account } = useScope();
  const rule = place.many("rule");
  const [selected, setSelected] = useState<Question[]>([]);
  const [answering, setAnswering] = useState(false);
  const [expected, setExpected] = useState({ total: 0, until: 0 });
  const query = api.useQuery(
    "get",
    "/api/attestations/open",
    { params: { query: { page: Number(place.one("page") ?? 1), ...(account && { account }), ...(rule.length > 0 && { rule }) } } },
    {
      placeholderData: keepPreviousData,
      refetchInterval: ({ state }) => Date.now() < expected.until && (state.data?.total ?? 0) > expected.total && PAUSE,
    },
  );
  const [first] = selected;
  const oneRule = selected.every((question) => question.rule === first?.rule);
  return (
    <>
      <ServerTable<Question>
        name={words.tabs.open}
        query={query}
        rowKey={({ rule: id, unit }) => `${id} ${unit}`}
        filters={["rule"]}
        header={
          <Header
            variant="h2"
            {...(query.data && { counter: `(${number(query.data.total)})` })}
            actions={
              may && (
                <Button variant="primary" disabled={!first || !oneRule} disabledReason={words.oneRule} onClick={() => setAnswering(true)}>
                  {selected.length > 0 ? words.answerFor(selected.length) : words.answer}
                </Button>
              )
            }
          >
            {words.tabs.open}
          </Header>
        }
        empty={<Empty title={words.noOpenTitle}>{words.noOpen}</Empty>}
        {...(may && { selection: { items: selected, set: setSelected, label: ({ unit }: Question) => unit } })}
        columns={[
          {
            id: "question",
            header: words.columns.question,
            cell: ({ question, title, rule: id }) => (
              <div className="two-lines">
                <span className="cut" title={question}>
                  {question}
                </span>
                <span className="quiet">
                  <Link href={place.to("/compliance", { rule: id })} fontSize="inherit">
                    {title}
                  </Link>
                </span>
              </div>
            ),
          },
          {
            id: "account",
            header: words.columns.account,
            width: 240,
            cell: ({ accountId, accountName }) => <AccountName id={accountId} name={accountName} link />,
          },
          {
            id: "unit",
            header: words.columns.unit,
            width: 260,
            cell: ({ unit }) => (
              <span className="cut" title={unit}>
                {shortArn(unit)}
              </span>
            ),
          },
        ]}
      />
      {answering && first && (
        <AnswerDialog
          rule={first.rule}
          question={first.question}
          units={selected.map(({ unit }) => unit)}
          onClose={(answered) => {
            setAnswering(false);
            if (!answered) return;
            setExpected({ total: (query.data?.total ?? 0) - selected.length, until: Date.now() + PATIENCE });
            setSelected([]);
          }}
        />
      )}
    </>
  );
}
