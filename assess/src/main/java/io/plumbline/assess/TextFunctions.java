package io.plumbline.assess;

import java.util.List;

/** Small things that many rules say. */
final class TextFunctions {
    private TextFunctions() {}

    static List<SqlFunction> all() {
        return List.of(
                SqlFunction.sql(
                        "instant_text(moment TIMESTAMPTZ) -> VARCHAR",
                        "The moment as 2026-06-30T12:00:00Z, for reasons and evidence.",
                        "instant_text(moment) as strftime(moment, '%Y-%m-%dT%H:%M:%SZ')"),
                SqlFunction.sql(
                        "report_date(text VARCHAR) -> TIMESTAMPTZ",
                        "A date of the credential report; NULL for N/A, no_information, not_supported and an empty text.",
                        "report_date(text) as try_cast(text as timestamptz)"),
                SqlFunction.sql(
                        "days_between(earlier TIMESTAMPTZ, later TIMESTAMPTZ) -> DOUBLE",
                        "Days of 86,400 seconds from one moment to the other, with fractions.",
                        "days_between(earlier, later) as (epoch(later) - epoch(earlier)) / 86400.0"),
                SqlFunction.sql(
                        "arn_account(arn VARCHAR) -> VARCHAR",
                        "The account in an ARN; NULL if it has none.",
                        "arn_account(arn) as nullif(split_part(arn, ':', 5), '')"),
                SqlFunction.sql(
                        "arn_region(arn VARCHAR) -> VARCHAR",
                        "The region in an ARN; NULL if it has none.",
                        "arn_region(arn) as nullif(split_part(arn, ':', 4), '')"));
    }
}
