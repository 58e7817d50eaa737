namespace MyBudget.Infrastructure.Security;

/// <summary>
/// Configuration section <c>Attempts</c>. Many people can share an address (a household, a mobile network), so its limits are wider than those
/// of one account from one address. What strangers try from elsewhere uses up <c>PerAccount</c> alone, which does not hold for networks from
/// which the account has signed in (docs/adr/0050). A limit of 0 is not counted.
/// </summary>
internal sealed class AttemptSettings
{
    public const string Section = "Attempts";

    /// <summary>Sign-ins that fail.</summary>
    public AttemptLimit Login { get; set; } = new() { PerAccountAndAddress = 10, PerAccount = 1000, PerAddress = 100, Window = TimeSpan.FromMinutes(15) };

    /// <summary>Registrations, whether they succeed or not.</summary>
    public AttemptLimit Register { get; set; } = new() { PerAccountAndAddress = 10, PerAccount = 100, PerAddress = 200, Window = TimeSpan.FromHours(1) };

    /// <summary>Requests for a mail.</summary>
    public AttemptLimit Mail { get; set; } = new() { PerAccountAndAddress = 5, PerAccount = 30, PerAddress = 50, Window = TimeSpan.FromHours(1) };

    /// <summary>Codes that are wrong.</summary>
    public AttemptLimit Code { get; set; } = new() { PerAccountAndAddress = 20, PerAccount = 1000, PerAddress = 100, Window = TimeSpan.FromHours(1) };

    /// <summary>Wrong codes of second factors; who is signed in is counted by session. Who tries them knows the password.</summary>
    public AttemptLimit Factor { get; set; } = new() { PerAccountAndAddress = 10, PerAccount = 50, PerAddress = 100, Window = TimeSpan.FromHours(1) };

    /// <summary>Wrong passwords of somebody who is signed in: the account is the session.</summary>
    public AttemptLimit Password { get; set; } = new() { PerAccount = 10, PerAddress = 100, Window = TimeSpan.FromMinutes(15) };

    /// <summary>Invitations by one user, to whomever.</summary>
    public AttemptLimit Invite { get; set; } = new() { PerAccount = 20, PerAddress = 100, Window = TimeSpan.FromHours(1) };

    /// <summary>Invitations to one mailbox, by one user and by all; nothing is counted per address.</summary>
    public AttemptLimit Invited { get; set; } = new() { PerAccountAndAddress = 5, PerAccount = 50, Window = TimeSpan.FromDays(1) };

    /// <summary>Codes of join links that are wrong, and requests to join.</summary>
    public AttemptLimit Join { get; set; } = new() { PerAccount = 20, PerAddress = 100, Window = TimeSpan.FromHours(1) };

    /// <summary>Sign-ins that fail in places where the account never signed in, after which its owner is told, once in a window.</summary>
    public AttemptLimit Warn { get; set; } = new() { PerAccount = 10, Window = TimeSpan.FromDays(1) };
}

internal sealed class AttemptLimit
{
    /// <summary>Of one account from one network; for invitations, of one mailbox by one user.</summary>
    public int PerAccountAndAddress { get; set; }

    /// <summary>Of one account from all networks together that it is not known from.</summary>
    public int PerAccount { get; set; }

    public int PerAddress { get; set; }

    /// <summary>Counted from the first attempt.</summary>
    public TimeSpan Window { get; set; }
}
