-- The database and its roles, as often as one likes: what is there is brought in line with the secrets.
-- mybudget_owner owns the schema and changes it; mybudget_app reads and writes rows and can do nothing else;
-- mybudget_monitor, where it has a password, reads statistics.
\set ON_ERROR_STOP on
\set QUIET on
\pset tuples_only on

-- No password may reach the log, not even of a statement that fails.
set log_statement = 'none';
set log_min_duration_statement = -1;
set log_min_error_statement = 'panic';

\set owner_password `cat /run/secrets/db_owner_password`
\set app_password `cat /run/secrets/db_app_password`
\set monitor_password `cat /run/secrets/db_monitor_password 2>/dev/null || true`

select format('create role %I', name)
from unnest(array['mybudget_owner', 'mybudget_app', 'mybudget_monitor']) as name
where not exists (select from pg_roles where rolname = name)
\gexec

alter role mybudget_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'owner_password';
alter role mybudget_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'app_password';
select :'monitor_password' <> '' as monitored \gset
\if :monitored
  alter role mybudget_monitor login nosuperuser nocreatedb nocreaterole noreplication nobypassrls connection limit 5 password :'monitor_password';
  grant pg_monitor to mybudget_monitor;
\else
  alter role mybudget_monitor nologin;
\endif

select 'create database mybudget owner mybudget_owner'
where not exists (select from pg_database where datname = 'mybudget')
\gexec

-- One row, written every minute by the backup service: a point in time is only reached when something was committed after it.
create table if not exists heartbeat (id boolean primary key default true check (id), at timestamptz not null);

\connect mybudget
revoke all on database mybudget from public;
grant connect, temporary on database mybudget to mybudget_app;
grant connect on database mybudget to mybudget_monitor;

create extension if not exists amcheck;
create extension if not exists pg_stat_statements;

-- Whatever the owner creates, in whichever schema, the application may use and not change.
grant usage on schema public to mybudget_app;
grant select, insert, update, delete on all tables in schema public to mybudget_app;
grant usage, select, update on all sequences in schema public to mybudget_app;
alter default privileges for role mybudget_owner grant usage on schemas to mybudget_app;
alter default privileges for role mybudget_owner grant select, insert, update, delete on tables to mybudget_app;
alter default privileges for role mybudget_owner grant usage, select, update on sequences to mybudget_app;
