import Link from "@cloudscape-design/components/link";
import { Empty } from "../parts/Empty";
import { PageHead } from "../parts/PageHead";
import { frame } from "../words/frame";

/** The address names no page. */
export function NotFound() {
  return (
    <>
      <PageHead title={frame.notFoundTitle} />
      <Empty title={frame.notFound} action={<Link href="/compliance">{frame.pages.compliance}</Link>} />
    </>
  );
}
