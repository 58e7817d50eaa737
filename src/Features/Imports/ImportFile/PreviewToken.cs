using System.Buffers.Text;

namespace MyBudget.Features.Imports.ImportFile;

/// <summary>
/// What a preview showed, in short, so that the import does exactly that or says what has changed: a digest of the file with its mapping
/// and accounts, then a few bytes for each row. Rows that the user decides on are theirs and are not compared.
/// </summary>
internal static class PreviewToken
{
    private const int RequestBytes = 12;
    private const int RowBytes = 3;
    private const int MostNamed = 20;

    public static string Of(IReadOnlyList<DraftRow> drafts, IReadOnlyList<ImportedAccount> accounts, string request)
    {
        var bytes = new byte[RequestBytes + RowBytes * drafts.Count];
        SHA256.HashData(Encoding.UTF8.GetBytes(request)).AsSpan(0, RequestBytes).CopyTo(bytes);
        for (var index = 0; index < drafts.Count; index++)
            DigestOf(drafts[index], accounts).AsSpan(0, RowBytes).CopyTo(bytes.AsSpan(RequestBytes + RowBytes * index));
        return Base64Url.EncodeToString(bytes);
    }

    /// <exception cref="RuleViolation"><c>imports.preview-outdated</c>, 409, with the rows that would go otherwise.</exception>
    public static void Ensure(string sent, string token, IReadOnlyList<DraftRow> drafts, IReadOnlyDictionary<int, RowChoice>? choices)
    {
        var now = Base64Url.DecodeFromChars(token);
        var shown = Decode(sent);
        if (shown.Length != now.Length || !shown.AsSpan(0, RequestBytes).SequenceEqual(now.AsSpan(0, RequestBytes)))
            throw RuleViolation.Conflict("imports.preview-other", "The preview was of another file, mapping or account.");

        int[] changed = [.. drafts.Where(draft => choices?.ContainsKey(draft.Number) is not true
                && !Row(shown, draft.Number).SequenceEqual(Row(now, draft.Number)))
            .Select(draft => draft.Number)];
        if (changed.Length == 0) return;
        throw RuleViolation.Conflict(
            "imports.preview-outdated", "The ledger has changed since the preview: some rows would go otherwise.",
            new Dictionary<string, object?> { ["rows"] = changed.Take(MostNamed).ToArray(), ["count"] = changed.Length });
    }

    private static ReadOnlySpan<byte> Row(byte[] token, int number) => token.AsSpan(RequestBytes + RowBytes * (number - 1), RowBytes);

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

    private static byte[] DigestOf(DraftRow draft, IReadOnlyList<ImportedAccount> accounts)
    {
        var row = draft.ToRow() with { TransactionId = null, Text = null };
        var account = row.Account is { } index ? accounts[index].AccountId : Guid.Empty;
        var shown = string.Create(
            CultureInfo.InvariantCulture,
            $"{row.Status}|{account}|{row.Date:O}|{row.Amount}|{row.CategoryId}|{row.Reason?.Code}|{row.Match?.TransactionId}|{row.Match?.Row}|{row.PossibleDuplicateOf}|{row.Payee}");
        return SHA256.HashData(Encoding.UTF8.GetBytes(shown));
    }
}
