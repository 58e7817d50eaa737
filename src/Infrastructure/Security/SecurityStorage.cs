using Weasel.Postgresql.Tables;

namespace MyBudget.Infrastructure.Security;

/// <summary>What the access check reads on every request, and the counted attempts.</summary>
internal sealed class SecurityStorage : IConfigureMarten
{
    public void Configure(IServiceProvider services, StoreOptions options)
    {
        options.Schema.For<LedgerMembership>().SingleTenanted().StoredIn(SecurityTables.Memberships)
            .Duplicate(membership => membership.LedgerId).Duplicate(membership => membership.UserId)
            .Duplicate(membership => membership.Role, pgType: "text");
        options.Schema.For<SignInSession>().SingleTenanted().StoredIn(SecurityTables.SignIns)
            .Duplicate(session => session.UserId)
            .Duplicate(session => session.EndedAt!, pgType: "timestamptz");

        var attempts = new Table(Attempts.Table);
        attempts.AddColumn("key", "text").AsPrimaryKey();
        attempts.AddColumn<int>("attempts").NotNull();
        attempts.AddColumn("resets_at", "timestamptz").NotNull();
        options.Storage.ExtendedSchemaObjects.Add(attempts);

        var factors = new Table(SecurityTables.Factors);
        factors.AddColumn<Guid>("id").AsPrimaryKey();
        factors.AddColumn<Guid>("user_id").NotNull().AddIndex();
        factors.AddColumn<Guid>("session_id").NotNull();
        factors.AddColumn("name", "text").NotNull();
        factors.AddColumn("secret", "bytea").NotNull();
        factors.AddColumn("created_at", "timestamptz").NotNull();
        factors.AddColumn("confirmed_at", "timestamptz");
        factors.AddColumn("last_used_at", "timestamptz");
        factors.AddColumn("last_step", "bigint").NotNull();
        var demands = new Table(SecurityTables.FactorDemands);
        demands.AddColumn<Guid>("ledger_id").AsPrimaryKey();
        options.Storage.ExtendedSchemaObjects.AddRange([factors, demands]);
    }
}
