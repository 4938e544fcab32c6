"""Makes a large snapshot out of the demo's: the organization so many times over, its larger tables larger still by steps of size.

Every copy has accounts, ARNs, ids and names of its own, and they refer to each other as the originals do, so a trail of copy 17
still delivers to the log group of copy 17 and a rule has as much to follow as in the organization itself.
"""

import hashlib
import json
import pathlib
import shutil
import sys

import duckdb

# How many times a row stands in its account, for each step of size. What is not named here stands once, whatever the size.
TIMES = {
    "aws_vpc_security_group": 60,
    "aws_iam_role": 53,
    "aws_ec2_instance": 210,
    "aws_ec2_network_interface": 210,
    "aws_vpc_route_table": 15,
    "aws_vpc": 6,
    "aws_vpc_flow_log": 6,
    "aws_iam_user": 15,
    "aws_iam_credential_report": 15,
    "aws_iam_user_sign_in": 15,
    "aws_iam_access_key": 15,
    "aws_iam_policy": 20,
    "aws_iam_instance_profile": 50,
    "aws_kms_key": 15,
    "aws_s3_bucket": 10,
    "aws_cloudwatch_alarm": 4,
}
# Tables whose rows describe an account or a region and are no assets of it.
NO_ASSETS = {
    "aws_region", "aws_account", "aws_iam_account_summary", "aws_iam_credential_report", "aws_iam_user_sign_in",
    "aws_s3_account_public_access_block", "aws_iam_password_policy", "aws_config_delivery_channel",
}
ACCOUNT = "2100000000"


def structure(connection, file):
    """The columns of a Parquet file, as DuckDB's read_json wants them."""
    rows = connection.execute(f"describe select * from read_parquet('{file}')").fetchall()
    return {name: kind for name, kind, *_ in rows}


def moved(text, copy, buckets):
    """The SQL that gives a row's text the accounts and buckets of a copy."""
    text = f"replace({text}, '{ACCOUNT}', printf('%010d', {ACCOUNT} + {copy}))"
    for bucket in buckets:
        text = f"replace({text}, '{bucket}', '{bucket}-' || {copy})"
    return text


def multiply(connection, source, target, copies, times, buckets):
    """Writes a table's file with its rows copied; returns how many there are."""
    columns = structure(connection, source)
    lines = target.with_suffix(".json")
    kinds = ", ".join(f"'{name}': '{kind.replace(chr(39), chr(39) * 2)}'" for name, kind in columns.items())
    asset = "arn" in columns
    # A map that is null and one that is empty look alike as JSON; the collector never writes null tags.
    read = "select * exclude (tags), coalesce(tags, map {}) as tags" if asset else "select *, '' as arn"
    # Root, a default security group and the like are one an account: a second would be no organization that there is.
    one = "arn ilike '%:root'" + (" or group_name = 'default'" if "group_name" in columns else "")
    connection.execute(f"""
        copy (
          with rows as (select to_json(row)::varchar as text, regexp_extract(arn, '[^:/]+$') as id, {one} as one
                        from ({read} from read_parquet('{source}')) row),
          own as (select case when k = 0 or id = '' then text else replace(text, id, id || 'x' || k) end as text
                  from rows, range({times}) as t(k) where k = 0 or not one)
          select {moved("text", "c", buckets)} as text from own, range({copies}) as t(c)
        ) to '{lines}' (format csv, header false, quote '', escape '', delimiter '\x01')""")
    # One baseline gave all accounts their filters: the patterns are the same in every copy.
    columns_of_copy = r"* replace (regexp_replace(filter_pattern, '21\d{8}(\d\d)', '2100000000\1', 'g') as filter_pattern)" \
        if "filter_pattern" in columns else "*"
    connection.execute(f"""
        copy (select {columns_of_copy} from read_json('{lines}', format = 'newline_delimited', columns = {{{kinds}}})
              order by account_id, region, {"arn" if asset else "table_name, column_name"})
        to '{target}' (format parquet, compression zstd)""")
    lines.unlink()
    return connection.execute(f"select count(*) from read_parquet('{target}')").fetchone()[0]


def described(file, rows):
    return {"rows": rows, "bytes": file.stat().st_size, "sha256": hashlib.sha256(file.read_bytes()).hexdigest()}


def main(demo_home, home, copies, size):
    [demo] = sorted((pathlib.Path(demo_home) / "snapshots").iterdir())[-1:]
    folder = pathlib.Path(home) / "snapshots" / demo.name
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "tables").mkdir(parents=True)
    connection = duckdb.connect()
    buckets = [row[0] for row in connection.execute(
        f"select distinct name from read_parquet('{demo}/tables/aws_s3_bucket.parquet')").fetchall()]
    manifest = json.loads((demo / "manifest.json").read_text())
    assets = 0
    for table in manifest["tables"]:
        file = folder / "tables" / f"{table}.parquet"
        rows = multiply(connection, demo / "tables" / f"{table}.parquet", file, copies, size * TIMES[table] if table in TIMES else 1, buckets)
        manifest["tables"][table] = described(file, rows)
        if table not in NO_ASSETS:
            assets += rows
            print(f"{table:40} {rows:9,}")
    journal = folder / "journal.parquet"
    manifest["journal"] = described(journal, multiply(connection, demo / "journal.parquet", journal, copies, 1, buckets))
    manifest["accounts"] = [
        {**account, "id": f"{int(ACCOUNT) + copy:010d}{account['id'][len(ACCOUNT):]}"}
        for copy in range(copies) for account in manifest["accounts"]]
    (folder / "manifest.json").write_text(json.dumps(manifest))
    print(f"{assets:,} assets in {len(manifest['accounts']):,} accounts")


if __name__ == "__main__":
    main(*sys.argv[1:3], *map(int, sys.argv[3:]))
