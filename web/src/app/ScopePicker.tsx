import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Modal from "@cloudscape-design/components/modal";
import Multiselect from "@cloudscape-design/components/multiselect";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { usePlace } from "../url/place";
import { common } from "../words/common";
import { frame } from "../words/frame";
import { useStatus } from "./session";

/** Chooses the accounts and units that every page shows. */
export default function ScopePicker({ onClose }: { readonly onClose: () => void }) {
  const place = usePlace();
  const status = useStatus();
  const [accounts, setAccounts] = useState(() => place.many("account"));
  const [ous, setOus] = useState(() => place.many("ou"));
  const accountOptions = (status.data?.accounts ?? []).map(({ id, name }) => ({ value: id, label: name, description: id }));
  const ouOptions = (status.data?.ous ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const apply = (account: string[], ou: string[]): void => {
    place.set({ account, ou });
    onClose();
  };
  return (
    <Modal
      visible
      header={frame.scopeTitle}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={() => apply([], [])}>{frame.scopeReset}</Button>
            <Button variant="primary" onClick={() => apply(accounts, ous)}>
              {common.apply}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Box color="text-body-secondary">{frame.scopeHelp}</Box>
        <FormField label={frame.scopeOus}>
          <Multiselect
            options={ouOptions}
            selectedOptions={ouOptions.filter(({ value }) => ous.includes(value))}
            onChange={({ detail }) => setOus(detail.selectedOptions.map(({ value }) => value ?? ""))}
            placeholder={frame.choose}
            filteringType="auto"
          />
        </FormField>
        <FormField label={frame.scopeAccounts}>
          <Multiselect
            options={accountOptions}
            selectedOptions={accountOptions.filter(({ value }) => accounts.includes(value))}
            onChange={({ detail }) => setAccounts(detail.selectedOptions.map(({ value }) => value ?? ""))}
            placeholder={frame.choose}
            filteringType="auto"
          />
        </FormField>
      </SpaceBetween>
    </Modal>
  );
}
