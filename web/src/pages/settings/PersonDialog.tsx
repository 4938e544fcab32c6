import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Checkbox from "@cloudscape-design/components/checkbox";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import Multiselect from "@cloudscape-design/components/multiselect";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { api, refresh, type Schemas } from "../../api/client";
import { useStatus } from "../../app/session";
import { Failure } from "../../parts/Failure";
import { common } from "../../words/common";
import { frame, secondFactor } from "../../words/frame";
import { settings as words } from "../../words/settings";

const roles: readonly Schemas["Role"][] = ["viewer", "auditor", "engineer", "admin"];

interface Properties {
  /** Whom to change; somebody new where nobody is named. */
  readonly person: Schemas["Person"] | undefined;
  readonly onAdded: (person: Schemas["NewPerson"]) => void;
  readonly onClose: () => void;
}

/** Lets somebody in, or changes what they may. */
export function PersonDialog({ person, onAdded, onClose }: Properties) {
  const status = useStatus();
  const [name, setName] = useState(person?.name ?? "");
  const [role, setRole] = useState(person?.role ?? "viewer");
  const [accounts, setAccounts] = useState(person?.scope.accounts ?? []);
  const [ous, setOus] = useState(person?.scope.ous ?? []);
  const [active, setActive] = useState(person?.active ?? true);
  const done = (): void => {
    void refresh("/api/people");
    onClose();
  };
  const add = api.useMutation("post", "/api/people", {
    onSuccess: (added) => {
      onAdded(added);
      done();
    },
  });
  const change = api.useMutation("put", "/api/people/{person}", { onSuccess: done });
  const withoutCode = api.useMutation("delete", "/api/people/{person}/second-factor");
  const scope = { accounts, ous };
  const save = (): void => {
    if (person) change.mutate({ params: { path: { person: person.name } }, body: { role, scope, active } });
    else add.mutate({ body: { name, role, scope } });
  };
  const error = add.error ?? change.error ?? withoutCode.error;
  const accountOptions = (status.data?.accounts ?? []).map(({ id, name: label }) => ({ value: id, label, description: id }));
  const ouOptions = (status.data?.ous ?? []).map(({ id, name: label }) => ({ value: id, label }));
  return (
    <Modal
      visible
      header={person ? `${words.change} ${person.name}` : words.add}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button variant="primary" loading={add.isPending || change.isPending} disabled={name === ""} onClick={save}>
              {person ? common.save : words.add}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {error && <Failure error={error} />}
        {!person && (
          <FormField label={words.name} constraintText={words.nameHelp}>
            <Input value={name} onChange={({ detail }) => setName(detail.value)} autoComplete="off" spellcheck={false} />
          </FormField>
        )}
        <FormField label={words.role}>
          <RadioGroup
            value={role}
            onChange={({ detail }) => setRole(roles.find((each) => each === detail.value) ?? role)}
            items={roles.map((value) => ({ value, label: frame.roles[value], description: words.roleHelp[value] }))}
          />
        </FormField>
        <FormField label={words.scopeOus} description={words.scopeHelp}>
          <Multiselect
            options={ouOptions}
            selectedOptions={ous.map((value) => ouOptions.find((option) => option.value === value) ?? { value, label: value })}
            onChange={({ detail }) => setOus(detail.selectedOptions.map(({ value }) => value ?? ""))}
            placeholder={frame.choose}
          />
        </FormField>
        <FormField label={words.scopeAccounts}>
          <Multiselect
            options={accountOptions}
            selectedOptions={accounts.map((value) => accountOptions.find((option) => option.value === value) ?? { value, label: value })}
            onChange={({ detail }) => setAccounts(detail.selectedOptions.map(({ value }) => value ?? ""))}
            placeholder={frame.choose}
            filteringType="auto"
          />
        </FormField>
        {person && (
          <Checkbox checked={active} onChange={({ detail }) => setActive(detail.checked)}>
            {words.mayChange}
          </Checkbox>
        )}
        {person && (
          <FormField label={secondFactor.title} description={secondFactor.removeHelp}>
            {withoutCode.isSuccess ? (
              secondFactor.removed
            ) : (
              <Button loading={withoutCode.isPending} onClick={() => withoutCode.mutate({ params: { path: { person: person.name } } })}>
                {secondFactor.remove}
              </Button>
            )}
          </FormField>
        )}
      </SpaceBetween>
    </Modal>
  );
}
