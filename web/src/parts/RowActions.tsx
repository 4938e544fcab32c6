import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import { common } from "../words/common";

interface Properties {
  /** What the row is called, for who hears the buttons. */
  readonly name: string;
  readonly onChange: () => void;
  readonly onRemove: () => void;
  /** What else can be done, before these. */
  readonly children?: ReactNode;
}

/** What an admin does with one thing of a list. */
export function RowActions({ name, onChange, onRemove, children }: Properties) {
  return (
    <SpaceBetween direction="horizontal" size="m">
      {children}
      <Button variant="inline-link" ariaLabel={`${common.change} ${name}`} onClick={onChange}>
        {common.change}
      </Button>
      <Button variant="inline-link" ariaLabel={`${common.remove} ${name}`} onClick={onRemove}>
        {common.remove}
      </Button>
    </SpaceBetween>
  );
}
