using System.Text.RegularExpressions;
using FluentValidation.Results;

namespace MyBudget.Features.Sync;

/// <summary>
/// How far a client has read a ledger; opaque to it. Written as <c>incarnation.revision[.kind.id][.fstart]</c>.
/// </summary>
/// <param name="Incarnation">The ledger's; another one since the database was restored, or the ledger's id used again.</param>
/// <param name="Revision">Everything up to it was read; with <paramref name="After"/>, of this one everything up to that entity.</param>
/// <param name="After">The last entity that was read, if a page ended within the revision.</param>
/// <param name="Start">Of a first download that is not through: the ledger's revision when it began.</param>
internal sealed partial record SyncCursor(Guid Incarnation, long Revision, LedgerChanged? After = null, long? Start = null)
{
    private const int Longest = 200;

    /// <summary>Everything up to the revision was read.</summary>
    public bool IsWhole => After is null && Start is null;

    public override string ToString()
    {
        var after = After is { } entity ? $".{entity.Kind}.{entity.Id:N}" : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"{Incarnation:N}.{Revision}{after}{(Start is { } start ? $".f{start}" : string.Empty)}");
    }

    /// <exception cref="ValidationException">The text is not a cursor of ours; answered as 400 naming <c>since</c>.</exception>
    public static SyncCursor? Decode(string? text)
    {
        if (text is null) return null;
        // What is not written as we write it did not come from us.
        return text.Length <= Longest && Read(text) is { } cursor && cursor.ToString() == text ? cursor : throw new ValidationException(
            [new ValidationFailure("since", "This cursor did not come from the server.") { ErrorCode = "cursor" }]);
    }

    /// <summary>Whether a ledger that stands at <paramref name="head"/> can have given it out.</summary>
    public bool IsOf(SyncCursor head) => Incarnation == head.Incarnation && Revision <= head.Revision && (Start ?? 0) <= head.Revision;

    private static SyncCursor? Read(string text)
    {
        if (Form().Match(text) is not { Success: true } match || Number(match.Groups["revision"]) is not { } revision) return null;
        LedgerChanged? after = match.Groups["kind"] is { Success: true } kind
            ? new LedgerChanged(kind.Value, Guid.ParseExact(match.Groups["id"].ValueSpan, "N"))
            : null;
        var start = match.Groups["start"];
        if (start.Success && Number(start) is null) return null;
        return new SyncCursor(Guid.ParseExact(match.Groups["incarnation"].ValueSpan, "N"), revision, after, start.Success ? Number(start) : null);
    }

    private static long? Number(Group digits) =>
        long.TryParse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(
        @"\A(?<incarnation>[0-9a-f]{32})\.(?<revision>[0-9]+)(\.(?<kind>[a-z_]+)\.(?<id>[0-9a-f]{32}))?(\.f(?<start>[0-9]+))?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}
