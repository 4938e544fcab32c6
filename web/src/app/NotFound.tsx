import Link from "@cloudscape-design/components/link";
import { Empty } from "../parts/Empty";
import { PageHead } from "../parts/PageHead";
import { usePlace } from "../url/place";
import { frame } from "../words/frame";

/** The address names no page. */
export function NotFound() {
  const place = usePlace();
  return (
    <>
      <PageHead title={frame.notFoundTitle} />
      <Empty title={frame.notFound} action={<Link href={place.to("/compliance")}>{frame.pages.compliance}</Link>} />
    </>
  );
}
