using System.Net;
using System.Net.Http.Headers;

namespace MyBudget.IntegrationTests.Features.Transactions.Receipts;

/// <summary>What may come as a receipt, and what may not.</summary>
public sealed class ReceiptBodyTests(AppFixture app)
{
    public static TheoryData<string, byte[]> Kinds => new()
    {
        { "image/jpeg", Picture.Jpeg() },
        { "image/png", Picture.Png() },
        { "image/webp", Picture.WebP() },
        { "application/pdf", Picture.Pdf() },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task is_of_a_kind_and_of_no_other(string type, byte[] bytes)
    {
        var ledger = await app.CreateLedgerAsync();
        var (entry, receipt) = (await ledger.EntryAsync(), Guid.CreateVersion7());
        (await ledger.AttachAsync(entry, receipt, bytes, type.ToUpperInvariant())).ShouldBe(HttpStatusCode.Created);
        (await ledger.GetAsync(Attaching.Path(entry, receipt))).ContentHeaders.ContentType!.ToString().ShouldBe(type);
        foreach (var other in Kinds.Select(kind => kind.Data.Item1).Where(other => other != type))
            (await ledger.AttachAsync(entry, Guid.CreateVersion7(), bytes, other)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "receipts.not-that-kind");
    }

    [Theory]
    [InlineData("image/gif")]
    [InlineData("image/svg+xml")]
    [InlineData("text/html")]
    [InlineData("application/json")]
    [InlineData("image/*")]
    [InlineData("application/octet-stream")]
    public async Task other_types_are_refused(string type)
    {
        var ledger = await app.CreateLedgerAsync();
        var entry = await ledger.EntryAsync();
        (await ledger.AttachAsync(entry, Guid.CreateVersion7(), type: type)).ShouldBeProblem(HttpStatusCode.UnsupportedMediaType, "http.unsupported-media-type");
        (await ledger.TransactionAsync(entry)).Receipts().ShouldBeEmpty();
    }

    [Fact]
    public async Task without_a_type_or_a_body_it_is_refused()
    {
        var ledger = await app.CreateLedgerAsync();
        var path = Attaching.Path(await ledger.EntryAsync(), Guid.CreateVersion7());
        (await ledger.PutAsync(path, new ByteArrayContent(Picture.Jpeg()))).ShouldBeProblem(HttpStatusCode.UnsupportedMediaType, "http.unsupported-media-type");
        (await ledger.PutAsync(path)).ShouldBeProblem(HttpStatusCode.UnsupportedMediaType, "http.unsupported-media-type");
        foreach (var bytes in new byte[][] { [], [0xFF], [0xFF, 0xD8], "<html>"u8.ToArray() })
            (await ledger.PutAsync(path, Picture.Content(bytes))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "receipts.not-that-kind");
        (await ledger.PutAsync(path, Picture.Content("RIFF"u8.ToArray(), "image/webp"))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "receipts.not-that-kind");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task is_as_large_as_it_may_be_and_no_larger(bool isChunked)
    {
        const int most = 5 * 1024 * 1024;
        var ledger = await app.CreateLedgerAsync();
        var (entry, receipt) = (await ledger.EntryAsync(), Guid.CreateVersion7());
        (await PutAsync(receipt, most)).ShouldBe(HttpStatusCode.Created).Body.GetProperty("receipts")[0].GetProperty("size").GetInt32().ShouldBe(most);
        (await ledger.GetAsync(Attaching.Path(entry, receipt))).ShouldBe(HttpStatusCode.OK).Bytes.SequenceEqual(Picture.Jpeg(most)).ShouldBeTrue();
        (await PutAsync(Guid.CreateVersion7(), most + 1)).ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge, "http.too-large");
        (await ledger.TransactionAsync(entry)).Receipts().ShouldBe([receipt]);

        Task<ApiResponse> PutAsync(Guid id, int size) =>
            ledger.PutAsync(Attaching.Path(entry, id), isChunked ? new Chunked(Picture.Jpeg(size)) : Picture.Content(Picture.Jpeg(size)));
    }

    [Fact]
    public async Task a_body_without_an_end_is_cut_off()
    {
        var ledger = await app.CreateLedgerAsync();
        var endless = new Chunked(Picture.Jpeg(64 * 1024), times: int.MaxValue);
        (await ledger.PutAsync(Attaching.Path(await ledger.EntryAsync(), Guid.CreateVersion7()), endless))
            .ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge, "http.too-large");
    }

    [Theory]
    [InlineData("../../etc/passwd", "path")]
    [InlineData("C:\\till.jpg", "path")]
    [InlineData("..", "path")]
    [InlineData("till\u202Egpj.exe", "invisible-characters")]
    [InlineData("\u200B", "invisible-characters")]
    [InlineData("till\u0000.jpg", "control-characters")]
    [InlineData("till\r\nSet-Cookie: a=b", "control-characters")]
    public async Task a_name_is_what_it_looks_like(string name, string code)
    {
        var ledger = await app.CreateLedgerAsync();
        (await ledger.AttachAsync(await ledger.EntryAsync(), Guid.CreateVersion7(), name: name)).ShouldBlame("name", code);
    }

    [Fact]
    public async Task a_name_is_trimmed_and_not_too_long()
    {
        var ledger = await app.CreateLedgerAsync();
        var entry = await ledger.EntryAsync();
        (await ledger.AttachAsync(entry, Guid.CreateVersion7(), name: new string('a', 101))).ShouldBlame("name", "too-long");
        foreach (var (name, kept) in new[] { ($" {new string('ж', 100)} ", $"{new string('ж', 100)}.jpg"), ("a\"b;c.jpg", "a\"b;c.jpg"), ("A.JPEG", "A.JPEG"), ("a.html", "a.html.jpg"), ("a.pdf", "a.pdf.jpg"), (" ", "receipt.jpg"), ("", "receipt.jpg") })
        {
            var id = Guid.CreateVersion7();
            (await ledger.AttachAsync(entry, id, name: name)).ShouldBe(HttpStatusCode.Created).Body.GetProperty("receipts").EnumerateArray().Last()
                .GetProperty("name").GetString().ShouldBe(kept);
            (await ledger.GetAsync(Attaching.Path(entry, id))).ContentHeaders.ContentDisposition!.FileNameStar.ShouldBe(kept);
        }

        (await ledger.PutAsync($"transactions/{entry}/receipts/{Guid.Empty}", Picture.Content(Picture.Jpeg()))).ShouldBlame("receiptId", "id");
        (await ledger.PutAsync($"{Attaching.Path(entry, Guid.CreateVersion7())}?nmae=x", Picture.Content(Picture.Jpeg()))).ShouldBlame("nmae", "unknown-parameter");
    }

    /// <summary>Says of no length.</summary>
    private sealed class Chunked : HttpContent
    {
        private readonly byte[] _part;
        private readonly int _times;

        public Chunked(byte[] part, int times = 1)
        {
            (_part, _times) = (part, times);
            Headers.ContentType = MediaTypeHeaderValue.Parse(Picture.MediaType);
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            for (var time = 0; time < _times; time++) await stream.WriteAsync(_part);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
