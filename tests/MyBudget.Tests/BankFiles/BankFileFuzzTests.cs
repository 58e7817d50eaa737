using System.Text;
using CsCheck;
using MyBudget.BankFiles;

namespace MyBudget.Tests.BankFiles;

public class BankFileFuzzTests
{
    private const int Samples = 3_000;

    private static readonly Gen<byte[]> Seed = Gen.OneOf(FuzzedBankFiles.Seeds);

    private static readonly string[] Pieces =
    [
        "<STMTTRN>", "</STMTTRN>", "<STMTRS>", "</STMTRS>", "<OFX>", "</OFX>", "<NAME>", "<TRNAMT>", "<![CDATA[", "]]>", "<!--", "&#55296;", "&#0;",
        "\"", "\"\"", ",", ";", "\n", "\r", "\t", "\0", "-", "(", "1.234,5", "2026-01-01", "01/02/2026", "Date", "Amount", "Debit", "=1", "\u202F", "\uD83D\uDE00", "sep=", "^\n", "D", "T1", "!Type:Bank\n", "<Ntry>", "</Ntry>", "<Amt Ccy=\"EUR\">", ":61:", ":86:", "?20", "/REMI/", "SVWZ+",
    ];

    [Fact]
    public void random_bytes() => Gen.Byte.Array[0, 400].Sample(content => FuzzedBankFiles.ReadsOrRefuses(content), iter: Samples);

    [Fact]
    public void random_text_of_telling_pieces() =>
        Gen.OneOf(Pieces).Array[0, 80].Sample(
            pieces =>
            {
                FuzzedBankFiles.ReadsOrRefuses(Encoding.UTF8.GetBytes(string.Concat(pieces)));
                FuzzedBankFiles.ReadsOrRefuses(Encoding.UTF8.GetBytes("<OFX><STMTRS><STMTTRN>" + string.Concat(pieces)));
                FuzzedBankFiles.ReadsOrRefuses(Encoding.UTF8.GetBytes("Date,Amount\n" + string.Concat(pieces)));
            },
            iter: Samples);

    [Fact]
    public void truncations() =>
        Gen.Select(Seed, Gen.Double.Unit).Sample((seed, share) => FuzzedBankFiles.ReadsOrRefuses(seed[..(int)(seed.Length * share)]), iter: Samples);

    [Fact]
    public void mutations() =>
        Gen.Select(Seed, Gen.Select(Gen.Double.Unit, Gen.Byte).Array[1, 12]).Sample(
            (seed, changes) =>
            {
                var content = seed.ToArray();
                foreach (var (at, value) in changes) content[(int)(at * (content.Length - 1))] = value;
                FuzzedBankFiles.ReadsOrRefuses(content);
            },
            iter: Samples);

    [Fact]
    public void insertions_of_telling_pieces() =>
        Gen.Select(Seed, Gen.Select(Gen.Double.Unit, Gen.OneOf(Pieces)).Array[1, 8]).Sample(
            (seed, changes) =>
            {
                var content = seed.ToList();
                foreach (var (at, piece) in changes) content.InsertRange((int)(at * content.Count), Encoding.UTF8.GetBytes(piece));
                FuzzedBankFiles.ReadsOrRefuses([.. content]);
            },
            iter: Samples);

    [Fact]
    public void random_mappings()
    {
        var column = Gen.OneOf<string?>(null, "0", "1", "2", "99", "Datum", "Saldo", "-1", "", "\0");
        Gen.Select(
                Seed, Gen.Select(column, column, column, column), Gen.OneOf<string?>(null, ";", ",", "\t", "xx", "\"", "é"),
                Gen.OneOf<string?>(null, "dd.MM.yyyy", "yyMMdd", "d", "", "yyyyyyyyMMdd"), Gen.OneOf<string?>(null, "utf-8", "utf-7", "windows-1251", "gb18030"),
                Gen.Int[-1, 9])
            .Sample(
                (seed, columns, delimiter, date, encoding, skip) => FuzzedBankFiles.ReadsOrRefuses(seed, new CsvMapping
                {
                    Date = columns.Item1,
                    Amount = columns.Item2,
                    Debit = columns.Item3,
                    Balance = columns.Item4,
                    Delimiter = delimiter,
                    DateFormat = date,
                    Encoding = encoding,
                    SkipLines = skip < 0 ? null : skip,
                    HasHeader = skip % 3 == 0 ? null : skip % 2 == 0,
                }),
                iter: Samples);
    }
}
