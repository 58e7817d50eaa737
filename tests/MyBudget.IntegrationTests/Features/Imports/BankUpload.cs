using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace MyBudget.IntegrationTests.Features.Imports;

/// <summary>Sends bank files as a phone does, as multipart forms.</summary>
internal static class BankUpload
{
    public static Task<ApiResponse> ImportAsync(this LedgerClient ledger, string file, Guid? accountId = null, params (string Field, object Value)[] fields) =>
        ledger.UploadAsync(Encoding.UTF8.GetBytes(file), accountId, preview: false, id: null, fields);

    public static Task<ApiResponse> PreviewAsync(this LedgerClient ledger, string file, Guid? accountId = null, params (string Field, object Value)[] fields) =>
        ledger.UploadAsync(Encoding.UTF8.GetBytes(file), accountId, preview: true, id: null, fields);

    public static Task<ApiResponse> UploadAsync(
        this LedgerClient ledger, byte[] file, Guid? accountId, bool preview, Guid? id, params (string Field, object Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(part, "file", "statement.csv");
        foreach (var (field, value) in fields)
            form.Add(new StringContent(value as string ?? JsonSerializer.Serialize(value, ApiClient.Json)), field);
        return ledger.PostAsync($"imports?preview={preview}{(accountId is null ? "" : $"&accountId={accountId}")}{(id is null ? "" : $"&id={id}")}", form);
    }

    public static ApiResponse ShouldCount(this ApiResponse import, int imported, int duplicates, int rejected, HttpStatusCode status = HttpStatusCode.Created)
    {
        import.ShouldBe(status);
        (import.Number("imported"), import.Number("duplicates"), import.Number("rejected")).ShouldBe((imported, duplicates, rejected), import.Text);
        return import;
    }

    public static JsonElement[] Rows(this ApiResponse import) => [.. import.Body.GetProperty("rows").EnumerateArray()];

    public static string Status(this JsonElement row) => row.GetProperty("status").GetString()!;

    public static string Reason(this JsonElement row) => row.GetProperty("reason").GetProperty("code").GetString()!;

    public static Guid Transaction(this JsonElement row) => row.GetProperty("transactionId").GetGuid();

    private static int Number(this ApiResponse import, string name) => import.Body.GetProperty(name).GetInt32();
}
