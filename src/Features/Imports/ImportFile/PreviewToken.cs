using System.Buffers.Text;

namespace MyBudget.Features.Imports.ImportFile;

/// <summary>
/// What a preview showed, in short, so that the import does exactly that or says what has changed: a digest of the file with its mapping
/// and accounts, then a few bytes for each row, which stand for what was proposed before the user decides.
/// </summary>
internal static class PreviewToken
{
    private const int RequestBytes = 12;
    private const int RowBytes = 4;
    private const int ProposalBytes = RowBytes - 1;
    private const int MostNamed = 20;

    /// <summary>What is proposed for each row, before the user decides otherwise.</summary>
    public static byte[] Proposals(IReadOnlyList<DraftRow> drafts, IReadOnlyList<ImportedAccount> accounts) =>
        [.. drafts.SelectMany(draft => ProposalOf(draft, accounts).Take(ProposalBytes))];

    public static string Of(byte[] proposals, IReadOnlyList<DraftRow> drafts, string request)
    {
        var bytes = new byte[RequestBytes + RowBytes * drafts.Count];
        SHA256.HashData(Encoding.UTF8.GetBytes(request)).AsSpan(0, RequestBytes).CopyTo(bytes);
        for (var index = 0; index < drafts.Count; index++)
        {
            var row = bytes.AsSpan(RequestBytes + RowBytes * index, RowBytes);
            proposals.AsSpan(index * ProposalBytes, ProposalBytes).CopyTo(row);
            row[^1] = drafts[index] is { IsImported: true, CategoryId: { } category } ? category.ToByteArray()[^1] : (byte)0;
        }

        return Base64Url.EncodeToString(bytes);
    }

    /// <exception cref="RuleViolation"><c>imports.preview-outdated</c>, 409, with the rows that would go otherwise.</exception>
    public static void Ensure(string sent, string token, IReadOnlyDictionary<int, RowChoice>? choices)
    {
        var (now, shown) = (Base64Url.DecodeFromChars(token), Decode(sent));
        if (shown.Length != now.Length || !shown.AsSpan(0, RequestBytes).SequenceEqual(now.AsSpan(0, RequestBytes)))
            throw RuleViolation.Conflict("imports.preview-other", "The preview was of another file, mapping or account.");

        int[] changed = [.. Enumerable.Range(1, (now.Length - RequestBytes) / RowBytes).Where(number => !IsSame(number))];
        if (changed.Length == 0) return;
        throw RuleViolation.Conflict(
            "imports.preview-outdated", "The ledger has changed since the preview: some rows would go otherwise.",
            new Dictionary<string, object?> { ["rows"] = changed.Take(MostNamed).ToArray(), ["count"] = changed.Length });

        // The category of a row that the user decided on may be another than the preview could show.
        bool IsSame(int number)
        {
            var length = choices?.ContainsKey(number) is true ? ProposalBytes : RowBytes;
            var at = RequestBytes + RowBytes * (number - 1);
            return shown.AsSpan(at, length).SequenceEqual(now.AsSpan(at, length));
        }
    }

    private static byte[] Decode(string token)
    {
        try
        {
            return Base64Url.DecodeFromChars(token.AsSpan().Trim());
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private static byte[] ProposalOf(DraftRow draft, IReadOnlyList<ImportedAccount> accounts)
    {
        var account = draft.Account is { } index ? accounts[index].AccountId : Guid.Empty;
        var entry = draft.Entry;
        var shown = string.Create(
            CultureInfo.InvariantCulture,
            $"{account}|{entry?.Date:O}|{entry?.Amount}|{draft.Reason?.Code}|{draft.Match?.TransactionId}|{draft.Match?.Row}|{draft.Doubtful?.TransactionId}|{entry?.Payee}|{draft.Correction}");
        if (draft.OtherSide is { } other) shown += $"|{other}";
        return SHA256.HashData(Encoding.UTF8.GetBytes(shown));
    }
}
