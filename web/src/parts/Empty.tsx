import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import type { ReactNode } from "react";
import { common } from "../words/common";

interface Properties {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Why a list is empty, and what to do about it. */
export function Empty({ title, children, action }: Properties) {
  return (
    <Box textAlign="center" padding={{ vertical: "l" }} color="inherit">
      <Box variant="strong" color="inherit">
        {title}
      </Box>
      {children && (
        <Box variant="p" color="text-body-secondary" padding={{ top: "xxs" }}>
          {children}
        </Box>
      )}
      {action && <Box padding={{ top: "s" }}>{action}</Box>}
    </Box>
  );
}

/** Filters let nothing through. */
export function NoMatch({ onClear }: { readonly onClear: () => void }) {
  return (
    <Empty title={common.noMatchTitle} action={<Button onClick={onClear}>{common.clearFilters}</Button>}>
      {common.noMatch}
    </Empty>
  );
}
