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
    }
}
