using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace MyBudget.IntegrationTests;

/// <summary>An answer, read to its end.</summary>
public sealed record ApiResponse(HttpStatusCode Status, byte[] Bytes, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    private readonly Lazy<JsonElement> _body = new(() => JsonDocument.Parse(Bytes).RootElement);

    public JsonElement Body => _body.Value;

    public string Text => Encoding.UTF8.GetString(Bytes);

    public string? ETag => Headers.ETag?.ToString();

    /// <summary>The stable code of a problem.</summary>
    public string? Code => Body.GetProperty("code").GetString();

    public Guid Id => Body.GetProperty("id").GetGuid();

    public JsonElement[] Items => [.. Body.GetProperty("items").EnumerateArray()];

    public ApiResponse ShouldBe(HttpStatusCode status)
    {
        Status.ShouldBe(status, Text);
        return this;
    }

    /// <summary>Checks that it is a problem of RFC 9457 with this code.</summary>
    public ApiResponse ShouldBeProblem(HttpStatusCode status, string code)
    {
        Status.ShouldBe(status, Text);
        ContentHeaders.ContentType?.MediaType.ShouldBe("application/problem+json");
        Code.ShouldBe(code, Text);
        Body.GetProperty("traceId").GetString().ShouldNotBeNullOrEmpty();
        return this;
    }

    /// <summary>Checks that it is a 400 that names the field, and with which code.</summary>
    public ApiResponse ShouldBlame(string field, string? code = null)
    {
        ShouldBeProblem(HttpStatusCode.BadRequest, "http.invalid");
        Body.GetProperty("errors").TryGetProperty(field, out var errors).ShouldBeTrue(Text);
        if (code is not null) errors.EnumerateArray().Select(error => error.GetProperty("code").GetString()).ShouldContain(code);
        return this;
    }
}
