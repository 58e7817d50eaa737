using System.Text.RegularExpressions;
using MyBudget.Infrastructure.Http.Localization;

namespace MyBudget.Tests.Architecture;

public sealed partial class TranslationTests
{
    private static readonly List<(string Code, string Path)> Codes =
    [
        .. from file in Product.Files
           from match in Given().Matches(file.Text).Concat(Written().Matches(file.Text).Where(match => IsOfAFeature(match.Groups["code"].Value)))
           select (match.Groups["code"].Value, file.Path),
    ];

    [Fact]
    public void every_code_has_a_text_in_every_language() => Codes.ShouldAllObey(found =>
        Messages.Languages.Skip(1).All(language => Messages.IsTranslated(found.Code, language)) ? null : $"{found.Code} ({found.Path})");

    [Fact]
    public void every_reason_of_a_bank_file_has_a_text_in_every_language()
    {
        var reasons = Product.Files.SelectMany(file => Reason().Matches(file.Text)).ToList();
        reasons.Count(match => match.Groups["row"].Success).ShouldBeGreaterThan(15);

        reasons.Select(match => (match.Groups["file"].Success ? "imports." : "imports.row.") + match.Groups["code"].Value).ToList()
            .ShouldAllObey(code => Messages.Languages.Skip(1).All(language => Messages.IsTranslated(code, language)) ? null : code);
    }

    [Fact]
    public void every_text_belongs_to_a_code()
    {
        var written = Product.Files.SelectMany(file => Literal().Matches(file.Text)).Select(match => match.Groups["text"].Value).ToHashSet(StringComparer.Ordinal);
        Directory.EnumerateFiles(Product.Source, "Messages.*.json", SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(Product.Source, path).StartsWith("bin", StringComparison.Ordinal)
                           && !Path.GetRelativePath(Product.Source, path).StartsWith("obj", StringComparison.Ordinal))
            .SelectMany(path => System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path))!.Keys)
            .ToList().ShouldAllObey(code => written.Contains(code) || IsComposed(code, written) ? null : code);
    }

    /// <summary>Put together from a name and a part: of a family, as the texts of mails are, for a plural form, or from what bank files are refused with.</summary>
    private static bool IsComposed(string code, HashSet<string> written) => code.Split('.') switch
    {
        [.. var counted, "one" or "few" or "many"] => written.Contains(string.Join('.', counted)),
        [var room, var family, _, ..] => Product.Files.Any(file => file.Text.Contains($"\"{room}.{family}.", StringComparison.Ordinal)),
        [var room, var part] => written.Contains(part) && Product.Files.Any(file => file.Text.Contains($"\"{room}.{{", StringComparison.Ordinal)),
        _ => false,
    };

    private static bool IsOfAFeature(string code)
    {
        var room = code.Split('.')[0];
        return room is "http" or "auth" or "money" or "service" or "dates" or "periods"
               || Directory.Exists(Path.Combine(Product.Source, "Features", char.ToUpperInvariant(room[0]) + room[1..]));
    }

    /// <summary>Where a code is given as such.</summary>
    [GeneratedRegex(@"(new RuleViolation\(|\bConflict\(|WithErrorCode\(|ErrorCode = |new FieldError\()\s*""(?<code>[^""]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Given();

    /// <summary>Why a bank's file is refused, or a row of it.</summary>
    [GeneratedRegex(@"((?<file>BankFileException)|(?<row>RowReason|\bReject(edLine)?))\(\s*((row|line), )?""(?<code>[a-z-]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reason();

    /// <summary>A literal that looks like a code.</summary>
    [GeneratedRegex(@"""(?<code>[a-z]+\.[a-z]+(-[a-z]+)*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written();

    [GeneratedRegex(@"""(?<text>[^""\\\n]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literal();
}
