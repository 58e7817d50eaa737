namespace MyBudget.Infrastructure.Security;

/// <summary>
/// Configuration section <c>Attempts</c>. Many people can share an address (a household, a mobile network), so its limits are wider
/// than an account's. That strangers can use up an account's attempts is the price of its protection: a user who is signed in stays so.
/// </summary>
internal sealed class AttemptSettings
{
    public const string Section = "Attempts";

    /// <summary>Sign-ins that fail.</summary>
    public AttemptLimit Login { get; set; } = new() { PerAccount = 10, PerAddress = 100, Window = TimeSpan.FromMinutes(15) };

    /// <summary>Registrations, whether they succeed or not.</summary>
    public AttemptLimit Register { get; set; } = new() { PerAccount = 10, PerAddress = 200, Window = TimeSpan.FromHours(1) };

    /// <summary>Requests for a mail.</summary>
    public AttemptLimit Mail { get; set; } = new() { PerAccount = 5, PerAddress = 50, Window = TimeSpan.FromHours(1) };

    /// <summary>Codes that are wrong.</summary>
    public AttemptLimit Code { get; set; } = new() { PerAccount = 20, PerAddress = 100, Window = TimeSpan.FromHours(1) };

    /// <summary>Wrong passwords of somebody who is signed in.</summary>
    public AttemptLimit Password { get; set; } = new() { PerAccount = 10, PerAddress = 100, Window = TimeSpan.FromMinutes(15) };

    /// <summary>Invitations by one user, to whomever.</summary>
    public AttemptLimit Invite { get; set; } = new() { PerAccount = 20, PerAddress = 100, Window = TimeSpan.FromHours(1) };

    /// <summary>Invitations to one mailbox, by whomever; nothing is counted per address.</summary>
    public AttemptLimit Invited { get; set; } = new() { PerAccount = 10, Window = TimeSpan.FromDays(1) };

    /// <summary>Codes of join links that are wrong, and requests to join.</summary>
    public AttemptLimit Join { get; set; } = new() { PerAccount = 20, PerAddress = 100, Window = TimeSpan.FromHours(1) };
}

internal sealed class AttemptLimit
{
    public int PerAccount { get; set; }

    public int PerAddress { get; set; }

    /// <summary>Counted from the first attempt.</summary>
    public TimeSpan Window { get; set; }
}
