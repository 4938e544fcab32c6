import DatePicker from "@cloudscape-design/components/date-picker";
import Select from "@cloudscape-design/components/select";
import { api } from "../../api/client";
import { usePlace } from "../../url/place";
import { compliance as words } from "../../words/compliance";

/** Framework and day, kept in the address. */
export function Subject({ framework }: { readonly framework: string }) {
  const place = usePlace();
  const frameworks = api.useQuery("get", "/api/frameworks", undefined, { staleTime: 600_000 });
  const options = (frameworks.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }));
  return (
    <>
      <div className="tool-framework">
        <Select
          ariaLabel={words.framework}
          options={options}
          selectedOption={options.find(({ value }) => value === framework) ?? null}
          onChange={({ detail }) => place.set({ framework: detail.selectedOption.value, section: undefined })}
        />
      </div>
      <div className="tool-day">
        <DatePicker
          ariaLabel={words.asOf}
          placeholder={words.asOfPlaceholder}
          value={place.one("asOf") ?? ""}
          onChange={({ detail }) => place.set({ asOf: detail.value })}
          isDateEnabled={(date) => date <= new Date()}
          locale="en-GB"
          openCalendarAriaLabel={(chosen) => `${words.asOf}${chosen ? `, ${chosen}` : ""}`}
        />
      </div>
    </>
  );
}
