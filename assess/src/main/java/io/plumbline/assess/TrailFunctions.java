package io.plumbline.assess;

import java.util.List;

/** What a CloudTrail trail records, for 2.1 and the monitoring controls. */
final class TrailFunctions {
    private TrailFunctions() {}

    static List<SqlFunction> all() {
        return List.of(
                SqlFunction.sql(
                        "management_selectors(selectors STRUCT, has_custom BOOLEAN) -> STRUCT(type VARCHAR, excluded VARCHAR[])[]",
                        "The selectors of a trail that record management events: type All, ReadOnly or WriteOnly, and the event sources left"
                                + " out. An advanced selector with any other condition records only part and does not count. NULL if unread.",
                        """
                        management_selectors(selectors, has_custom) as
                          case
                            when selectors is null then null
                            when len(coalesce(selectors.event_selectors, [])) = 0
                              and len(coalesce(selectors.advanced_event_selectors, [])) = 0
                              then case when coalesce(has_custom, false) then []
                                else [{'type': 'All', 'excluded': []::varchar[]}] end
                            else list_concat(
                              list_transform(
                                list_filter(coalesce(selectors.event_selectors, []), lambda s: coalesce(s.include_management_events, false)),
                                lambda s: {'type': s.read_write_type, 'excluded': coalesce(s.exclude_management_event_sources, [])}),
                              list_transform(
                                list_filter(
                                  coalesce(selectors.advanced_event_selectors, []),
                                  lambda a: len(list_filter(a.field_selectors, lambda f:
                                      f.field = 'eventCategory' and f.equals = ['Management'])) > 0
                                    and len(list_filter(a.field_selectors, lambda f: not (
                                      (f.field = 'eventCategory' and f.equals = ['Management'])
                                      or (f.field = 'readOnly' and f.equals in (['true'], ['false']))
                                      or (f.field = 'eventSource' and len(coalesce(f.not_equals, [])) > 0
                                        and len(list_concat(coalesce(f.equals, []), coalesce(f.starts_with, []), coalesce(f.ends_with, []),
                                          coalesce(f.not_starts_with, []), coalesce(f.not_ends_with, []))) = 0)))) = 0),
                                lambda a: {
                                  'type': case
                                    when len(list_filter(a.field_selectors, lambda f: f.field = 'readOnly' and f.equals = ['true'])) > 0
                                      then 'ReadOnly'
                                    when len(list_filter(a.field_selectors, lambda f: f.field = 'readOnly' and f.equals = ['false'])) > 0
                                      then 'WriteOnly'
                                    else 'All' end,
                                  'excluded': flatten(list_transform(
                                    list_filter(a.field_selectors, lambda f: f.field = 'eventSource'),
                                    lambda f: coalesce(f.not_equals, [])))}))
                          end"""),
                SqlFunction.sql(
                        "selectors_cover(chosen LIST, kind VARCHAR, allowed VARCHAR[]) -> BOOLEAN",
                        "Whether selectors out of management_selectors record all events of a kind, ReadOnly or WriteOnly, leaving out no source"
                                + " but those allowed; allowed NULL lets any be left out.",
                        """
                        selectors_cover(chosen, kind, allowed) as
                          len(list_filter(chosen, lambda s: s.type in ('All', kind)
                            and (allowed is null or len(list_filter(s.excluded, lambda x: not list_contains(allowed, x))) = 0))) > 0"""));
    }
}
