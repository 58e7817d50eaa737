using System.Data.Common;

namespace MyBudget.Infrastructure.EventStore;

/// <summary>
/// A check of access that is yet to be made, by the first statement in the ledger: it costs no round trip of its own then. That statement
/// reads and writes nothing unless the role suffices, so nobody learns of a ledger by how long it takes to be refused.
/// </summary>
/// <param name="check">One row with the role in the ledger, null for none; no row when the sign-in has ended.</param>
/// <param name="least">The least role that suffices.</param>
internal sealed class PendingAccess(Func<Sql> check, LedgerRole least)
{
    /// <summary>What stands in the role's place where the ledger asks its members for a second factor, and this one has none: no role suffices.</summary>
    public const string FactorMissing = "factor-missing";

    private static readonly Dictionary<LedgerRole, string[]> AtLeast = Enum.GetValues<LedgerRole>().ToDictionary(
        least => least, least => Enum.GetValues<LedgerRole>().Where(role => role >= least).Select(role => role.ToString().ToLowerInvariant()).ToArray());

    private string[] Sufficient => AtLeast[least];

    /// <summary>The check alone.</summary>
    public Sql Check() => check();

    /// <summary>A read's rows with two columns more: whether it is a row of the read, and the role.</summary>
    public Sql Guarding(Sql read) =>
        $"""
         select d.*, access.role from ({check()}) access
         left join lateral (select r.*, true as is_row from ({read}) r where lower(access.role) = any ({Sufficient}) offset 0) d on true
         """;

    /// <summary>A change of one row, which returns it, with the role as one column more; the row's are null where nothing was changed.</summary>
    /// <param name="change">Ends in its condition.</param>
    /// <param name="returning">The columns.</param>
    public Sql Guarding(Sql change, Sql returning) =>
        $"""
         with access as ({check()}),
         changed as ({change} and (select lower(role) from access) = any ({Sufficient}) returning {returning})
         select changed.*, access.role from access left join changed on true
         """;

    /// <exception cref="AccessRefusedException">What the check found does not suffice.</exception>
    public LedgerRole Judge(DbDataReader? row, int column)
    {
        if (row is null) throw new AccessRefusedException(AccessRefusal.SignInEnded);
        if (row.IsDBNull(column)) throw new AccessRefusedException(AccessRefusal.NotAMember);
        var found = row.GetString(column);
        if (found == FactorMissing) throw new AccessRefusedException(AccessRefusal.FactorMissing);
        var role = Enum.Parse<LedgerRole>(found, ignoreCase: true);
        return role >= least ? role : throw new AccessRefusedException(AccessRefusal.RoleTooWeak);
    }
}

/// <summary>Why somebody may not do in a ledger what was asked for.</summary>
public enum AccessRefusal
{
    /// <summary>Answered as no sign-in.</summary>
    SignInEnded,

    /// <summary>Answered as if the ledger did not exist.</summary>
    NotAMember,

    RoleTooWeak,

    /// <summary>The ledger asks its members for a second factor.</summary>
    FactorMissing,
}

/// <summary>Access turns out not to suffice while a request is worked on; answered as if that had been known before.</summary>
public sealed class AccessRefusedException(AccessRefusal refusal) : Exception(refusal.ToString())
{
    public AccessRefusal Refusal => refusal;
}
