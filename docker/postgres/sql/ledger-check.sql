-- What the events say of each account's opening balance and all its entries, of whatever day, against what is kept. A second reckoning, apart from the application's own
-- (`MyBudget.dll totals check`, which also compares every other total), so that a restore drill needs nothing but this image.
-- One JSON object.
\set ON_ERROR_STOP on
\pset tuples_only on
\pset format unaligned
select to_regclass('mt_events') is not null and to_regclass('account_balances') is not null as migrated \gset
\if :migrated
with opening as (
  select tenant_id, stream_id as account_id, (data #>> '{details,openingBalance}')::numeric as amount, true as cleared
  from mt_events where type = 'account_opened'
  union all
  select tenant_id, stream_id, (data #>> '{now,openingBalance}')::numeric - (data #>> '{was,openingBalance}')::numeric, true
  from mt_events where type = 'account_revised'
), entry as (
  select tenant_id, 1 as sign, coalesce(data -> 'entry', data -> 'now') as state
  from mt_events where type in ('transaction_recorded', 'transaction_revised', 'transaction_restored',
    'transaction_bank_row_matched', 'transaction_bank_row_unmatched')
  union all
  select tenant_id, -1, data -> 'was'
  from mt_events where type in ('transaction_revised', 'transaction_deleted', 'transaction_bank_row_matched', 'transaction_bank_row_unmatched')
), posting as (
  select tenant_id, account_id, amount, cleared from opening
  union all
  select tenant_id, (state ->> 'accountId')::uuid, sign * (state ->> 'amount')::numeric, state ->> 'status' <> 'pending' from entry
  union all
  select tenant_id, (state #>> '{transfer,accountId}')::uuid, sign * (state #>> '{transfer,amount}')::numeric,
    state ->> 'status' <> 'pending'
  from entry where state #>> '{transfer,accountId}' is not null
), counted as (
  select tenant_id::uuid as ledger_id, account_id, sum(amount) as balance, coalesce(sum(amount) filter (where cleared), 0) as cleared
  from posting group by 1, 2
), drift as (
  select coalesce(c.ledger_id, b.ledger_id) as ledger_id
  from counted c full join account_balances b on b.ledger_id = c.ledger_id and b.account_id = c.account_id
  where (c.balance, c.cleared) is distinct from (b.balance::numeric, b.cleared::numeric)
  union
  select e.ledger_id
  from (select tenant_id::uuid as ledger_id, max((headers ->> 'revision')::bigint) as revision
        from mt_events where tenant_id <> '*DEFAULT*' group by 1) e
  left join ledger_heads h on h.ledger_id = e.ledger_id
  where h.revision is null or h.revision < e.revision
)
select json_build_object(
  'ledgers', (select count(*) from ledger_heads),
  'events', (select count(*) from mt_events),
  'drifted', (select coalesce(json_agg(distinct ledger_id), '[]') from drift),
  'newestEvent', (select extract(epoch from max(timestamp)) from mt_events));
\else
select json_build_object('ledgers', 0, 'events', 0, 'drifted', '[]'::json, 'newestEvent', null);
\endif
