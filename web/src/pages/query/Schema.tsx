import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { api, type Schemas } from "../../api/client";
import { Empty } from "../../parts/Empty";
import { Loaded } from "../../parts/Loaded";
import { query as words } from "../../words/query";

type Table = Schemas["Table"];

function fits({ name, columns }: Table, text: string): boolean {
  return name.includes(text) || columns.some((column) => column.name.includes(text));
}

interface Properties {
  /** Gets the name of the table or column that somebody chose. */
  readonly onChoose: (name: string) => void;
}

/** Tables with their columns; a click writes the name into the query. */
export function Schema({ onChoose }: Properties) {
  const [text, setText] = useState("");
  const query = api.useQuery("get", "/api/tables", undefined, { staleTime: 600_000 });
  const wanted = text.trim().toLowerCase();
  return (
    <Container header={<Header variant="h3">{words.tables}</Header>}>
      <SpaceBetween size="s">
        <div data-filter>
          <Input
            type="search"
            value={text}
            onChange={({ detail }) => setText(detail.value)}
            placeholder={words.findTable}
            ariaLabel={words.findTable}
            clearAriaLabel="Clear"
          />
        </div>
        <Loaded query={query} height="360px">
          {({ items }) => {
            const tables = items.filter((table) => fits(table, wanted));
            if (tables.length === 0) return <Empty title={words.noTable} />;
            return (
              <div className="schema">
                {tables.map((table) => (
                  <details key={table.name} open={wanted !== "" && tables.length < 4}>
                    <summary title={table.description}>
                      {table.name} {table.rows !== undefined && <span className="quiet">{words.rowsOf(table.rows)}</span>}
                    </summary>
                    <ul>
                      {[{ name: table.name, type: "" }, ...table.columns].map(({ name, type }) => (
                        <li key={`${name} ${type}`}>
                          <button type="button" onClick={() => onChoose(name)} aria-label={words.insert(name)}>
                            {name}
                          </button>{" "}
                          <span className="quiet">{type}</span>
                        </li>
                      ))}
                    </ul>
                  </details>
                ))}
              </div>
            );
          }}
        </Loaded>
      </SpaceBetween>
    </Container>
  );
}
