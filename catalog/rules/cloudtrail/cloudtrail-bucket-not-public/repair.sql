-- The bucket's own public access block, all four parts of it: ACL and policy stay as they are and let no stranger in.
with wanted as (
  select {'BlockPublicAcls': true, 'IgnorePublicAcls': true, 'BlockPublicPolicy': true, 'RestrictPublicBuckets': true} as block
)
select
  f.account_id, f.unit, f.region,
  [{
    'service': 's3', 'operation': 'PutPublicAccessBlock', 'region': b.region,
    'parameters': {'Bucket': b.name, 'PublicAccessBlockConfiguration': w.block}::json
  }] as calls,
  case when b.public_access_block is not null then {
    'BlockPublicAcls': b.public_access_block.block_public_acls, 'IgnorePublicAcls': b.public_access_block.ignore_public_acls,
    'BlockPublicPolicy': b.public_access_block.block_public_policy,
    'RestrictPublicBuckets': b.public_access_block.restrict_public_buckets} end as before,
  w.block as after,
  'Whoever reads the bucket by its public ACL or policy is shut out, other accounts that such a policy names too. CloudTrail goes on '
    || 'delivering. Take the public grants out of ACL and policy afterwards.' as note
from failed_unit f
join aws_s3_bucket b on b.account_id = f.account_id and b.arn = f.unit
cross join wanted w
