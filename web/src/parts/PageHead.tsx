import Header from "@cloudscape-design/components/header";
import { type ReactNode, useEffect } from "react";
import { common } from "../words/common";

interface Properties {
  readonly title: string;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
}

/** A page's title, which is the browser tab's too. */
export function PageHead({ title, description, actions }: Properties) {
  useEffect(() => {
    document.title = `${title} · ${common.product}`;
  }, [title]);
  return (
    <Header variant="h1" description={description} actions={actions}>
      {title}
    </Header>
  );
}
