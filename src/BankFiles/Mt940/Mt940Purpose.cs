using System.Text.RegularExpressions;

namespace MyBudget.BankFiles.Mt940;

/// <summary>The purpose of a SEPA payment: <c>EREF+reference SVWZ+what it is for</c>, and more such parts.</summary>
internal static partial class Mt940Purpose
{
    public static (string? Memo, string? Reference) Read(string purpose)
    {
        var keys = Keys().Matches(purpose);
        if (keys.Count == 0) return (BankText.Clean(purpose), null);

        string? memo = null, reference = null;
        for (var i = 0; i < keys.Count; i++)
        {
            var start = keys[i].Index + keys[i].Length;
            var value = BankText.Clean(purpose.AsSpan(start, (i + 1 < keys.Count ? keys[i + 1].Index : purpose.Length) - start));
            if (keys[i].Value == "SVWZ+") memo ??= value;
            else if (keys[i].Value == "EREF+") reference ??= value;
        }

        return (memo ?? BankText.Clean(purpose.AsSpan(0, keys[0].Index)), reference);
    }

    [GeneratedRegex("(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|PURP|RREF|BIC)\\+",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Keys();
}
