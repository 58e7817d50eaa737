-- The database and its roles, as often as one likes. Passwords are those of the secrets when a role is made, and after a
-- restore (reset), whose roles have the passwords of their time; otherwise a rotation would be undone by the next start.
-- mybudget_owner owns the schema and changes it; mybudget_app reads and writes rows and can do nothing else;
-- mybudget_monitor, where it has a password, reads statistics.
\set ON_ERROR_STOP on
\set QUIET on
\pset tuples_only on

-- No password may reach the log, not even of a statement that fails.
set client_min_messages = 'warning';
set log_statement = 'none';
set log_min_duration_statement = -1;
set log_min_error_statement = 'panic';

\set owner_password `cat /run/secrets/db_owner_password`
\set app_password `cat /run/secrets/db_app_password`
\set monitor_password `cat /run/secrets/db_monitor_password 2>/dev/null || true`

\if :{?reset}
\else
  \set reset off
\endif

create temporary table wanted (name text primary key, secret text);
insert into wanted values
  ('mybudget_owner', :'owner_password'), ('mybudget_app', :'app_password'), ('mybudget_monitor', :'monitor_password');

select format(
  '%s role %I %s nosuperuser nocreatedb nocreaterole noreplication nobypassrls%s',
  case when r.rolname is null then 'create' else 'alter' end, w.name,
  case when w.secret = '' then 'nologin' else 'login' end,
  case when w.secret <> '' and (r.rolname is null or r.rolpassword is null or :'reset'::boolean) then format(' password %L', w.secret) end)
from wanted w left join pg_authid r on r.rolname = w.name
\gexec
alter role mybudget_monitor connection limit 5;
grant pg_monitor to mybudget_monitor;
drop table wanted;

select 'create database mybudget owner mybudget_owner'
where not exists (select from pg_database where datname = 'mybudget')
\gexec

-- One row, written every minute by the backup service: a point in time is only reached when something was committed after it.
create table if not exists heartbeat (id boolean primary key default true check (id), at timestamptz not null);

\connect mybudget
set client_min_messages = 'warning';
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
