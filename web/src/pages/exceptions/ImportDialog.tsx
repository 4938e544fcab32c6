import Alert from "@cloudscape-design/components/alert";
import FileUpload from "@cloudscape-design/components/file-upload";
import FormField from "@cloudscape-design/components/form-field";
import { useState } from "react";
import { api, refresh, type Schemas } from "../../api/client";
import { FormDialog } from "../../parts/FormDialog";
import { common, count } from "../../words/common";
import { exceptions as words } from "../../words/exceptions";

/** As much as the server takes in one request; bytes. */
const LARGEST = 4 * 1024 * 1024;

/** What became of each entry of a file. */
function Report({ report }: { readonly report: Schemas["ImportReport"] }) {
  return (
    <Alert type={report.skipped.length > 0 ? "warning" : "success"} header={words.imported(report.taken)} statusIconAriaLabel="Done">
      {report.skipped.length > 0 && (
        <>
          {words.importSkipped(report.skipped.length)}
          <ul>
            {report.skipped.map(({ entry, why }, index) => (
              <li key={index}>
                <strong>{entry}</strong>: {why}
              </li>
            ))}
          </ul>
        </>
      )}
    </Alert>
  );
}

/** Takes exceptions over from a YAML file and tells what became of each. */
export default function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const [files, setFiles] = useState<File[]>([]);
  const [unreadable, setUnreadable] = useState<unknown>();
  const take = api.useMutation("post", "/api/exceptions/file", {
    onSuccess: () => void refresh("/api/exceptions", "/api/status", "/api/findings", "/api/compliance", "/api/units", "/api/overview"),
  });
  const [file] = files;
  const tooLarge = file !== undefined && file.size > LARGEST;
  const send = (): void => {
    if (take.data) onClose();
    else if (file) {
      setUnreadable(undefined);
      file
        .text()
        .then(
          (text) => take.mutate({ body: text, headers: { "Content-Type": "application/yaml" }, bodySerializer: (body) => body }),
          setUnreadable,
        );
    }
  };
  return (
    <FormDialog
      title={words.importTitle}
      submit={take.data ? common.close : words.importFile}
      pending={take.isPending}
      missing={file === undefined || tooLarge ? words.importMissing : undefined}
      error={take.error ?? unreadable}
      onSubmit={send}
      onClose={onClose}
    >
      {take.data ? (
        <Report report={take.data} />
      ) : (
        <FormField
          label={words.importField}
          description={words.importHelp}
          errorText={tooLarge && words.importLarge(count(LARGEST / 1024 / 1024, "MB", "MB"))}
        >
          <FileUpload
            value={files}
            onChange={({ detail }) => {
              take.reset();
              setFiles([...detail.value]);
            }}
            accept=".yaml,.yml"
            showFileSize
            i18nStrings={words.importStrings}
          />
        </FormField>
      )}
    </FormDialog>
  );
}
