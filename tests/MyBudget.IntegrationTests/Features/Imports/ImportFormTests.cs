using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using static MyBudget.IntegrationTests.Features.Imports.BankFixtures;

namespace MyBudget.IntegrationTests.Features.Imports;

public sealed class ImportFormTests(AppFixture app)
{
    [Fact]
    public async Task a_form_without_a_file_names_it()
    {
        var ledger = await app.CreateLedgerAsync();
        var form = new MultipartFormDataContent { { new StringContent("{}"), "mapping" } };

        (await ledger.PostAsync("imports", form)).ShouldBlame("file", "required");
    }

    [Theory]
    [InlineData("mapping", "{", "mapping", "json")]
    [InlineData("mapping", """{"dates":"x"}""", "mapping.dates", "unknown-member")]
    [InlineData("mapping", """{"decimalSeparator":"ab"}""", "mapping.decimalSeparator", "json")]
    [InlineData("mapping", "[]", "mapping", "json")]
    [InlineData("accounts", """{"a":1}""", "accounts", "json")]
    [InlineData("accounts", """[{"bankAccount":"1","accountId":"x"}]""", "accounts[0].accountId", "json")]
    [InlineData("accounts", "[null]", "accounts[0]", "required")]
    [InlineData("accounts", """[{"bankAccount":"1"},{"bankAccount":"1"}]""", "accounts", "repeated")]
    [InlineData("accounts", """[{"bankAccount":null},{"bankAccount":""}]""", "accounts", "repeated")]
    [InlineData("accounts", "[{},{}]", "accounts", "repeated")]
    [InlineData("rows", """{"1":null}""", "rows.1", "json")]
    [InlineData("rows", """{"1":"maybe"}""", "rows.1", "json")]
    [InlineData("rows", """{"x":"skip"}""", "rows.x", "json")]
    [InlineData("acceptContradiction", "maybe", "acceptContradiction", "flag")]
    [InlineData("other", "1", "other", "unknown-member")]
    public async Task a_field_that_cannot_be_read_is_named(string field, string value, string blamed, string code)
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();

        (await ledger.ImportAsync(Csv, bank, (field, value))).ShouldBlame(blamed, code);
        (await ledger.GetAsync("transactions")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task the_answer_carries_the_tag_of_the_import()
    {
        var ledger = await app.CreateLedgerAsync();

        var import = (await ledger.ImportAsync(Csv, await ledger.OpenAccountAsync())).ShouldBe(HttpStatusCode.Created);

        import.ETag.ShouldNotBeNull();
        import.ETag.ShouldBe((await ledger.GetAsync($"imports/{import.Id}")).ETag);
    }

    [Fact]
    public async Task only_a_multipart_form_is_taken()
    {
        var ledger = await app.CreateLedgerAsync();

        (await ledger.PostAsync("imports", new { file = "x" })).ShouldBeProblem(HttpStatusCode.UnsupportedMediaType, "http.unsupported-media-type");
        (await ledger.PostAsync("imports")).ShouldBeProblem(HttpStatusCode.UnsupportedMediaType, "http.unsupported-media-type");
    }

    [Theory]
    [InlineData("multipart/form-data", "--b\r\n\r\n--b--\r\n")]
    [InlineData("multipart/form-data; boundary=\"\"", "x")]
    [InlineData("multipart/form-data; boundary=b", "")]
    [InlineData("multipart/form-data; boundary=b", "no form at all")]
    [InlineData("multipart/form-data; boundary=b", "--c\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n--c--\r\n")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nDate,Amou")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; na")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--\r\n")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nnonsense\r\n\r\nx\r\n--b--\r\n")]
    public async Task a_malformed_or_cut_form_is_a_bad_request(string contentType, string body)
    {
        var ledger = await app.CreateLedgerAsync();
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);

        (await ledger.PostAsync("imports", content)).ShouldBe(HttpStatusCode.BadRequest).Code.ShouldBe("http.bad-request");
    }

    [Fact]
    public async Task files_that_are_no_statements_are_refused_with_a_code()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        using var zip = new MemoryStream();
        await using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        await using (var entry = await archive.CreateEntry("a.csv").OpenAsync(TestContext.Current.CancellationToken))
            await entry.WriteAsync(Encoding.UTF8.GetBytes(Csv), TestContext.Current.CancellationToken);

        await Refused(zip.ToArray(), "imports.compressed");
        await Refused([], "imports.empty");
        await Refused("%PDF-1.7"u8.ToArray(), "imports.binary");
        await Refused("<Document xmlns='urn:iso:std:iso:20022'/>"u8.ToArray(), "imports.unknown-format");
        await Refused("OFXHEADER:100\n\n<OFX><BANKMSGSRSV1>"u8.ToArray(), "imports.truncated");

        async Task Refused(byte[] file, string code) =>
            (await ledger.UploadAsync(file, bank, preview: false, id: null)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, code);
    }

    [Fact]
    public async Task a_cut_file_imports_what_is_whole_and_reports_the_cut()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var file = Checking(Entry("1", "20260302", "-1.00", "SHOP"), Entry("2", "20260303", "-2.00", "SHOP"));

        var import = (await ledger.ImportAsync(file[..file.IndexOf("<FITID>2", StringComparison.Ordinal)], bank)).ShouldCount(1, 0, 1);

        import.Rows()[1].Reason().ShouldBe("truncated");
    }

    [Fact]
    public async Task a_file_over_the_limit_is_too_large()
    {
        await using var host = await app.StartHostAsync(web => web.UseSetting("Limits:ImportBytes", "1000"));
        var user = await AppFixture.SignInAsync(host, Guid.CreateVersion7());
        var ledger = await user.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();

        (await ledger.ImportAsync(Many(100), bank)).ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge, "http.too-large");
        (await ledger.ImportAsync(Many(100_000), bank)).ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge, "http.too-large");
        (await ledger.ImportAsync(Many(10), bank)).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task too_many_rows_are_refused()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();

        (await ledger.ImportAsync(Many(50_001), bank)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "imports.too-many-rows");
    }

    [Fact]
    public async Task reasons_follow_the_language_of_the_request()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var import = (await ledger.ImportAsync(Rows("2026-03-02,NOTHING,0.00", "2026-03-02,SHOP,-1.00"), bank)).ShouldCount(1, 0, 1);

        var russian = await ledger.GetAsync($"imports/{import.Id}", ("Accept-Language", "ru"));

        import.Rows()[0].GetProperty("reason").GetProperty("message").GetString().ShouldBe("The entry moves no money.");
        russian.Rows()[0].GetProperty("reason").GetProperty("message").GetString().ShouldBe("Операция на нулевую сумму.");
    }
}
