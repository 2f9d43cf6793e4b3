-- What becomes of violations that do not block, now: the end of a grace, or the waiver that excuses them.
create or replace view data_catalog.compliance as
select p.id as product_id, p.latest_version as version, j.policy_id, j.policy_revision, j.rule, j.category, j.enforcement,
    j.message, j.remediation, v.evaluated_at, j.blocks_at, j.waived_by, j.waived_until
from product p
cross join lateral (
    select detail, evaluated_at from verdict
    where product_id = p.id and version = p.latest_version
    order by policy_set_revision desc limit 1) v
cross join json_table(v.detail, '$.violations[*]'
    columns (policy_id text path '$.policyId', policy_revision bigint path '$.policyRevision', rule text, category text,
        enforcement text, message text, remediation text, blocks_at timestamptz path '$.blocksAt',
        waived_by text path '$.waiver.approver', waived_until timestamptz path '$.waiver.until')) j;
