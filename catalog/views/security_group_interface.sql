-- Who uses a security group: one row for each group that network interfaces have, with the first twenty of these.
select account_id, region, group_id, list(network_interface_id order by network_interface_id)[1:20] as interfaces
from (select account_id, region, network_interface_id, unnest(groups).group_id as group_id from aws_ec2_network_interface)
group by account_id, region, group_id
