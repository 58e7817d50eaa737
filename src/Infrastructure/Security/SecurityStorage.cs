using Marten;

namespace MyBudget.Infrastructure.Security;

/// <summary>What the access check reads on every request.</summary>
internal sealed class SecurityStorage : IConfigureMarten
{
    public void Configure(IServiceProvider services, StoreOptions options)
    {
        options.Schema.For<LedgerMembership>().SingleTenanted().DocumentAlias("ledger_membership")
            .Duplicate(membership => membership.LedgerId).Duplicate(membership => membership.UserId)
            .Duplicate(membership => membership.Role, pgType: "text");
        options.Schema.For<SignInSession>().SingleTenanted().DocumentAlias("sign_in_session")
            .Duplicate(session => session.UserId)
            .Duplicate(session => session.EndedAt!, pgType: "timestamptz");
    }
}
