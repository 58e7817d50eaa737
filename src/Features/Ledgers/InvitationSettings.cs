namespace MyBudget.Features.Ledgers;

/// <summary>Configuration section <c>Invitations</c>.</summary>
internal sealed class InvitationSettings
{
    public const string Section = "Invitations";
    public const string CodePlace = "{code}";

    /// <summary>How long an invitation can be accepted.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>What the mail shows in place of the bare code: an address that opens the app, with <c>{code}</c> in it.</summary>
    public string? Link { get; set; }

    /// <summary>The same for join links, and for their QR codes: without it, these have the bare code.</summary>
    public string? JoinLink { get; set; }

    public string? JoinLinkOf(string code) => JoinLink is { Length: > 0 } link ? link.Replace(CodePlace, code, StringComparison.Ordinal) : null;
}
