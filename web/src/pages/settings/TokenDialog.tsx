import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import DatePicker from "@cloudscape-design/components/date-picker";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { api, refresh, type Schemas } from "../../api/client";
import { useSession } from "../../app/session";
import { Failure } from "../../parts/Failure";
import { common } from "../../words/common";
import { frame } from "../../words/frame";
import { settings as words } from "../../words/settings";
import { dayAfter } from "../../words/time";

const roles: readonly Schemas["Role"][] = ["viewer", "auditor", "engineer", "admin"];

/** How long a token holds unless somebody says otherwise; days. */
const USUAL_DAYS = 90;

interface Properties {
  readonly onMade: (token: Schemas["NewToken"]) => void;
  readonly onClose: () => void;
}

/** Makes a token in a role that is at most one's own. */
export function TokenDialog({ onMade, onClose }: Properties) {
  const session = useSession();
  const [name, setName] = useState("");
  const [role, setRole] = useState<Schemas["Role"]>("viewer");
  const [expires, setExpires] = useState(() => dayAfter(new Date(), USUAL_DAYS));
  const make = api.useMutation("post", "/api/tokens", {
    onSuccess: (token) => {
      void refresh("/api/tokens");
      onMade(token);
      onClose();
    },
  });
  const options = roles.slice(0, roles.indexOf(session.role) + 1).map((value) => ({ value, label: frame.roles[value] }));
  return (
    <Modal
      visible
      header={words.makeToken}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button
              variant="primary"
              loading={make.isPending}
              disabled={name.trim() === "" || expires === ""}
              onClick={() => make.mutate({ body: { name: name.trim(), role, expires } })}
            >
              {words.makeToken}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {make.error && <Failure error={make.error} />}
        <FormField label={words.name}>
          <Input value={name} onChange={({ detail }) => setName(detail.value)} autoComplete="off" />
        </FormField>
        <FormField label={words.role}>
          <Select
            options={options}
            selectedOption={options.find(({ value }) => value === role) ?? null}
            onChange={({ detail }) => setRole(roles.find((each) => each === detail.selectedOption.value) ?? role)}
          />
        </FormField>
        <FormField label={words.expires}>
          <DatePicker
            value={expires}
            onChange={({ detail }) => setExpires(detail.value)}
            isDateEnabled={(date) => date >= new Date()}
            locale="en-GB"
            openCalendarAriaLabel={(chosen) => `${words.expires}${chosen ? `, ${chosen}` : ""}`}
          />
        </FormField>
      </SpaceBetween>
    </Modal>
  );
}
