using System.Net;
using System.Text;

namespace MyBudget.IntegrationTests.Features.Imports;

/// <summary>Every kind of file, and files that follow each other, through the front door.</summary>
public sealed class KindsOfFilesTests(AppFixture app)
{
    [Fact]
    public async Task every_kind_gives_what_it_says_or_is_asked()
    {
        var ledger = await app.CreateLedgerAsync();
        var wrong = new List<string>();
        foreach (var kind in KindOfFile.All)
        {
            var account = await ledger.OpenAccountAsync(kind.Name, kind.Currency, kind.Type);
            var preview = Shown(await ledger.UploadAsync(kind.File, account, preview: true, id: null));
            var import = Shown(await ledger.UploadAsync(kind.File, account, preview: false, id: null));
            var again = await ledger.UploadAsync(kind.File, account, preview: false, id: null);
            if (!IsAsExpected(import, kind.Expected) || preview != import) wrong.Add($"{kind.Name}: {import} (preview {preview}), not {kind.Expected}");
            if (again.Status is HttpStatusCode.Created && again.Body.GetProperty("imported").GetInt32() > 0) wrong.Add($"{kind.Name}: twice {again.Text}");
        }

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("the bank's name in two encodings", "2/0 1/2", -2150)]
    [InlineData("another column for the payee", "2/0 1/2", -1050)]
    [InlineData("a payee that was blank", "1/0 0/1", -750)]
    [InlineData("the same id a day later", "1/0 0/1", -750)]
    [InlineData("ids made anew", "4/0 0/4", -1000)]
    [InlineData("pending, then booked", "1/0 0/1", -750)]
    [InlineData("references that count rows", "2/0 1/1", -1350)]
    [InlineData("two coffees and a third", "2/0 1/2", -900)]
    public async Task files_that_overlap_bring_nothing_twice(string name, string counts, long balance)
    {
        var ledger = await app.CreateLedgerAsync();
        var account = await ledger.OpenAccountAsync();
        var got = new List<string>();
        foreach (var file in Sequence(name))
        {
            var import = (await ledger.UploadAsync(file, account, preview: false, id: null)).ShouldBe(HttpStatusCode.Created);
            got.Add($"{import.Body.GetProperty("imported").GetInt32()}/{import.Body.GetProperty("duplicates").GetInt32()}");
        }

        string.Join(' ', got).ShouldBe(counts);
        var shown = (await ledger.GetAsync($"accounts/{account}")).Body;
        (shown.GetProperty("balance").GetInt64(), shown.GetProperty("clearedBalance").GetInt64()).ShouldBe((balance, balance));
    }

    private static IEnumerable<byte[]> Sequence(string name) => name switch
    {
        "the bank's name in two encodings" =>
        [
            In1252("Kuupäev;Saaja;Summa\n02.03.2026;Jäätelö;-7,50\n03.03.2026;Töö;-4,00\n"),
            In1252("Kuupäev;Saaja;Summa\n02.03.2026;Jäätelö;-7,50\n03.03.2026;Töö;-4,00\n13.03.2026;Größe Füße GmbH;-10,00\n"),
        ],
        "another column for the payee" =>
        [
            Utf8("Date;Amount;Wer;Was\n2026-03-02;-7,50;Shop;x\n2026-03-03;-2,00;Cafe;x\n"),
            Utf8("Date;Amount;Wer;Was\n2026-03-02;-7,50;Shop;Order one\n2026-03-03;-2,00;Cafe;Order two\n2026-03-13;-1,00;Cafe;Order three\n"),
        ],
        "a payee that was blank" => [Utf8("Date,Payee,Memo,Amount\n2026-03-02,,Shop,-7.50\n"), Utf8("Date,Payee,Memo,Amount\n2026-03-02,Shop Ltd,Shop,-7.50\n")],
        "the same id a day later" => [Ofx("F1", "20260302", "-7.50"), Ofx("F1", "20260303", "-7.50")],
        "ids made anew" => [Many("F"), Many("NEW")],
        "pending, then booked" =>
        [
            Utf8("Date,Description,Amount,Status,Reference\n2026-03-02,Hotel,-7.50,Pending,T1\n"),
            Utf8("Date,Description,Amount,Status,Reference\n2026-03-10,Hotel,-7.50,Completed,T1\n"),
        ],
        "references that count rows" =>
        [
            Utf8("Reference,Date,Description,Amount\n1,2026-03-02,Shop,-7.50\n2,2026-03-03,Cafe,-2.00\n"),
            Utf8("Reference,Date,Description,Amount\n1,2026-03-03,Cafe,-2.00\n2,2026-03-04,Bus,-4.00\n"),
        ],
        _ =>
        [
            Utf8(BankFixtures.Rows("2026-03-02,Coffee,-3.00", "2026-03-02,Coffee,-3.00")),
            Utf8(BankFixtures.Rows("2026-03-02,Coffee,-3.00", "2026-03-02,Coffee,-3.00", "2026-03-02,Coffee,-3.00")),
        ],
    };

    private static byte[] Many(string id) => Utf8(BankFixtures.Checking(
        [.. Enumerable.Range(1, 4).Select(day => BankFixtures.Entry($"{id}{day}", $"2026030{day}", $"-{day}.00", $"SHOP {day}"))]));

    private static byte[] Ofx(string id, string date, string amount) => Utf8(BankFixtures.Checking(BankFixtures.Entry(id, date, amount, "SHOP")));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] In1252(string text) => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text);

    private static string Shown(ApiResponse answer) => answer.Status is HttpStatusCode.OK or HttpStatusCode.Created
        ? string.Join("; ", answer.Rows().Where(row => row.Status() == "imported")
            .Select(row => $"{row.GetProperty("date").GetString()![5..]} {row.GetProperty("amount")} {row.GetProperty("payee").GetString()}"))
        : answer.Body.GetProperty("code").GetString()!;

    /// <summary>A star is any text.</summary>
    private static bool IsAsExpected(string got, string expected) =>
        expected.EndsWith('*') ? got.StartsWith(expected[..^1], StringComparison.Ordinal) : got == expected;
}
