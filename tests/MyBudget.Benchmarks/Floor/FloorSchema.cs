namespace MyBudget.Benchmarks.Floor;

/// <summary>The plain tables somebody would make by hand for the same answers, with the indexes they need and no more.</summary>
internal static class FloorSchema
{
    public const string Create =
        """
        drop schema if exists floor cascade;
        create schema floor;
        create table floor.sign_ins (id uuid primary key, user_id uuid not null, ended_at timestamptz);
        create table floor.members (ledger_id uuid, user_id uuid, role text not null, primary key (ledger_id, user_id));
        create table floor.accounts (
          ledger_id uuid, id uuid, name text not null, type text not null, currency text not null, opening_balance bigint not null,
          opened_on date not null, on_budget boolean not null, closed boolean not null, balance bigint not null,
          cleared_balance bigint not null, created_at timestamptz not null, updated_at timestamptz not null, version int not null,
          primary key (ledger_id, id));
        create table floor.transactions (
          ledger_id uuid, id uuid, account_id uuid not null, date date not null, amount bigint not null, payee text, category_id uuid,
          transfer_account_id uuid, transfer_amount bigint, note text, tags text[] not null, status text not null,
          import_id uuid, bank_id text, created_by uuid not null,
          created_at timestamptz not null, updated_at timestamptz not null, deleted_at timestamptz, version int not null,
          primary key (ledger_id, id));
        create index on floor.transactions (ledger_id, date, id) where deleted_at is null;
        create index on floor.transactions (ledger_id, account_id, date, id) where deleted_at is null;
        create index on floor.transactions (ledger_id, transfer_account_id, date, id)
          where deleted_at is null and transfer_account_id is not null;
        create table floor.heads (ledger_id uuid primary key, incarnation uuid not null, revision bigint not null);
        create table floor.changes (ledger_id uuid, revision bigint, id uuid, primary key (ledger_id, revision, id));
        create table floor.budgets (
          ledger_id uuid, id uuid, name text not null, amount bigint not null, starts_on date not null, category_id uuid not null,
          surplus boolean not null, threshold int not null, primary key (ledger_id, id));
        create index on floor.budgets (ledger_id, category_id);
        create table floor.budget_spent (
          ledger_id uuid, budget_id uuid, month date, spent bigint not null, primary key (ledger_id, budget_id, month));
        """;
}
