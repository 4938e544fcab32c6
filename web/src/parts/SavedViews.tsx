import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import Checkbox from "@cloudscape-design/components/checkbox";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { api, refresh, type Schemas } from "../api/client";
import { useSession } from "../app/session";
import { common } from "../words/common";
import { findings as words } from "../words/findings";
import { Failure } from "./Failure";

type Page = Schemas["SavedViewRequest"]["page"];

interface SaveProperties {
  readonly page: Page;
  readonly query: string;
  readonly onClose: () => void;
}

function SaveView({ page, query, onClose }: SaveProperties) {
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const save = api.useMutation("post", "/api/views", {
    onSuccess: () => {
      void refresh("/api/views");
      onClose();
    },
  });
  return (
    <Modal
      visible
      header={words.viewSave}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <Button
            variant="primary"
            loading={save.isPending}
            disabled={name.trim() === ""}
            onClick={() => save.mutate({ body: { page, name: name.trim(), query, shared } })}
          >
            {common.save}
          </Button>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {save.error && <Failure error={save.error} />}
        <FormField label={words.viewName}>
          <Input value={name} onChange={({ detail }) => setName(detail.value)} autoFocus />
        </FormField>
        <Checkbox checked={shared} onChange={({ detail }) => setShared(detail.checked)}>
          {words.viewShared}
        </Checkbox>
      </SpaceBetween>
    </Modal>
  );
}

interface Properties {
  readonly page: Page;
  /** What is saved: the address's query, or the SQL. */
  readonly query: string;
  readonly onOpen: (query: string) => void;
}

/** Views of a page under their names: one's own and shared ones, to open, save and delete. */
export function SavedViews({ page, query, onOpen }: Properties) {
  const { name: me } = useSession();
  const [saving, setSaving] = useState(false);
  const views = api.useQuery("get", "/api/views", { params: { query: { page } } });
  const remove = api.useMutation("delete", "/api/views/{view}", { onSuccess: () => void refresh("/api/views") });
  const all = views.data?.items ?? [];
  const own = all.filter(({ owner }) => owner === me);
  const shared = all.filter(({ owner }) => owner !== me);
  const open = ({ id, name }: Schemas["SavedView"]) => ({ id: `open ${id}`, text: name });
  return (
    <>
      <ButtonDropdown
        expandableGroups
        items={[
          ...own.map(open),
          ...(shared.length > 0 ? [{ id: "shared", text: words.viewsShared, items: shared.map(open) }] : []),
          { id: "save", text: words.viewSave, iconName: "add-plus" as const },
          ...(own.length > 0
            ? [
                {
                  id: "delete",
                  text: words.viewDeleteGroup,
                  items: own.map(({ id, name }) => ({ id: `delete ${id}`, text: words.viewDelete(name) })),
                },
              ]
            : []),
        ]}
        onItemClick={({ detail }) => {
          const [what, id] = detail.id.split(" ");
          const view = all.find((each) => each.id === id);
          if (what === "save") setSaving(true);
          else if (what === "delete" && view) remove.mutate({ params: { path: { view: view.id } } });
          else if (view) onOpen(view.query);
        }}
      >
        {words.views}
      </ButtonDropdown>
      {saving && <SaveView page={page} query={query} onClose={() => setSaving(false)} />}
    </>
  );
}
