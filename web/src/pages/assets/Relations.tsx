import ColumnLayout from "@cloudscape-design/components/column-layout";
import Header from "@cloudscape-design/components/header";
import Table from "@cloudscape-design/components/table";
import type { Schemas } from "../../api/client";
import { Arn } from "../../parts/Arn";
import { Empty } from "../../parts/Empty";
import { assets as words } from "../../words/explore";

interface Properties {
  readonly title: string;
  readonly relations: readonly Schemas["AssetRelation"][];
}

function List({ title, relations }: Properties) {
  return (
    <Table<Schemas["AssetRelation"]>
      contentDensity="compact"
      header={
        <Header variant="h3" counter={`(${relations.length})`}>
          {title}
        </Header>
      }
      items={relations}
      columnDefinitions={[
        { id: "asset", header: words.columns.asset, cell: ({ arn }) => <Arn arn={arn} /> },
        { id: "kind", header: words.kind, cell: ({ kind }) => kind },
        { id: "type", header: words.columns.type, cell: ({ type }) => type },
      ]}
      empty={<Empty title={words.noRelations} />}
    />
  );
}

/** The assets that one names, and those that name it. */
export function Relations({ asset }: { readonly asset: Schemas["Asset"] }) {
  return (
    <ColumnLayout columns={2}>
      <List title={words.refersTo} relations={asset.refersTo} />
      <List title={words.referredToBy} relations={asset.referredToBy} />
    </ColumnLayout>
  );
}
