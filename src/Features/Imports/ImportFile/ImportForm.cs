using System.Reflection;
using FluentValidation.Results;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using MyBudget.BankFiles;

namespace MyBudget.Features.Imports.ImportFile;

/// <summary>The multipart form, read part by part: nothing of it is ever written to the disk.</summary>
internal sealed record ImportForm(
    UploadedFile? File, CsvMapping? Mapping, IReadOnlyList<AccountChoice>? Accounts, IReadOnlyDictionary<int, RowChoice>? Rows,
    bool AcceptContradiction, string? Token, string Fingerprint, string ShownFingerprint)
{
    public const string MediaType = "multipart/form-data";

    /// <summary>
    /// What the user can say, and how long it may be: a choice for each row of the longest file, and a token of its preview.
    /// </summary>
    private static readonly Dictionary<string, int> Fields = new(StringComparer.Ordinal)
    {
        ["mapping"] = 128 * 1024,
        ["accounts"] = 128 * 1024,
        ["rows"] = 1024 * 1024,
        ["token"] = 512 * 1024,
        ["acceptContradiction"] = 16,
    };

    /// <summary>The file, the fields, and what the form itself takes.</summary>
    public static long MaxBytes(Limits limits) => limits.ImportBytes + Fields.Values.Sum() + 16 * 1024;

    public static async ValueTask<ImportForm> BindAsync(HttpContext context, ParameterInfo _)
    {
        var limits = context.RequestServices.GetRequiredService<IOptions<Limits>>().Value;
        var parts = new Dictionary<string, Part>(StringComparer.Ordinal);
        try
        {
            var reader = new MultipartReader(Boundary(context.Request), context.Request.Body);
            while (await reader.ReadNextSectionAsync(context.RequestAborted) is { } section)
                await AddAsync(parts, section, limits.ImportBytes, context.Request.ContentLength, context.RequestAborted);
        }
        catch (Exception broken) when (broken is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw new BadHttpRequestException("The form is not well-formed, or cut off.", broken);
        }

        var json = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return new ImportForm(
            parts.TryGetValue("file", out var file) ? new UploadedFile(file.Name, file.Content) : null,
            Parse<CsvMapping>(parts, "mapping", json), Parse<IReadOnlyList<AccountChoice>>(parts, "accounts", json),
            Parse<IReadOnlyDictionary<int, RowChoice>>(parts, "rows", json), ParseFlag(parts, "acceptContradiction"), Text(parts, "token"),
            FingerprintOf(parts), FingerprintOf(parts.Where(part => part.Key is not ("rows" or "token" or "acceptContradiction"))));
    }

    private static string Boundary(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase))
            throw new BadHttpRequestException("A bank's file comes as a multipart form.", StatusCodes.Status415UnsupportedMediaType);

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary);
        return boundary.Length is > 0 and <= 200
            ? boundary.ToString()
            : throw new BadHttpRequestException("The content type does not tell the form's boundary.");
    }

    private static async Task AddAsync(
        Dictionary<string, Part> parts, MultipartSection section, long fileBytes, long? announced, CancellationToken cancellationToken)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) || disposition.Name.Length == 0)
            throw new BadHttpRequestException("A part of the form has no name.");

        var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
        if (name != "file" && !Fields.ContainsKey(name)) throw Invalid(name, "unknown-member", "There is no such member.");

        var isFile = name == "file";
        var content = await ReadAsync(section.Body, isFile ? fileBytes : Fields[name], isFile ? announced : null, cancellationToken);
        var fileName = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
        if (!parts.TryAdd(name, new Part(fileName.ToString(), content))) throw Invalid(name, "repeated", "This part may be sent once.");
    }

    /// <param name="announced">The length of the whole request: room for all of it at once is less than what growing takes.</param>
    private static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream body, long most, long? announced, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream((int)Math.Min(announced ?? 0, most));
        var buffer = new byte[32 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (content.Length + read > most)
                throw new BadHttpRequestException("The request is too large.", StatusCodes.Status413PayloadTooLarge);
            content.Write(buffer, 0, read);
        }

        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }

    private static T? Parse<T>(Dictionary<string, Part> parts, string field, JsonSerializerOptions json) where T : class
    {
        if (!parts.TryGetValue(field, out var part)) return null;
        try
        {
            return JsonSerializer.Deserialize<T>(part.Content.Span, json);
        }
        catch (JsonException broken)
        {
            var path = (broken.Path ?? "$").TrimStart('$');
            throw new BadHttpRequestException(
                "The field is not valid JSON.", new JsonException(broken.Message, $"$.{field}{path}", null, null));
        }
    }

    private static bool ParseFlag(Dictionary<string, Part> parts, string field)
    {
        if (!parts.TryGetValue(field, out var part)) return false;
        return bool.TryParse(Encoding.UTF8.GetString(part.Content.Span), out var flag)
            ? flag
            : throw Invalid(field, "flag", "This is true or false.");
    }

    private static string? Text(Dictionary<string, Part> parts, string field) =>
        parts.TryGetValue(field, out var part) ? Encoding.UTF8.GetString(part.Content.Span) : null;

    private static string FingerprintOf(IEnumerable<KeyValuePair<string, Part>> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, part) in parts.OrderBy(part => part.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.ASCII.GetBytes($"{name} {part.Content.Length} "));
            hash.AppendData(part.Content.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static ValidationException Invalid(string field, string code, string english) =>
        new([new ValidationFailure(field, english) { ErrorCode = code }]);

    private readonly record struct Part(string? Name, ReadOnlyMemory<byte> Content);
}

/// <param name="BankAccount">The number as the file writes it; null for a statement that names none.</param>
/// <param name="AccountId">Where its entries go; null leaves them out.</param>
/// <param name="Bank">The bank's code, where the file has accounts of the same number.</param>
/// <param name="Kind">checking, savings ..., likewise.</param>
/// <param name="InAccountCurrency">Its amounts are in the account's currency, whatever currency the statement names.</param>
internal sealed record AccountChoice(
    string? BankAccount = null, Guid? AccountId = null, string? Bank = null, string? Kind = null, bool InAccountCurrency = false);
