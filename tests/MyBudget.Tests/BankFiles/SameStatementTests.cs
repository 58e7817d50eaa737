using System.Globalization;
using CsCheck;
using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

/// <summary>What a bank tells is the same, whichever of its formats it is told in.</summary>
public class SameStatementTests
{
    private static readonly Gen<(DateOnly Date, decimal Amount, string Payee)> Told = Gen.Select(
        Gen.Int[0, 700], Gen.Long[1, 99_999_999], Gen.Bool, Gen.String[Gen.Char["ABCDEFGHÄÖabcdefgh"], 3, 20],
        (day, minor, isOut, payee) => (new DateOnly(2025, 1, 1).AddDays(day), (isOut ? -minor : minor) / 100m, payee));

    [Fact]
    public void every_format_gives_the_same_entries() => Told.Array[2, 30].Sample(
        told =>
        {
            // One that a country's order of day and month cannot leave open, and one that has a sign.
            (DateOnly Date, decimal Amount, string Payee)[] all = [.. told, (new DateOnly(2026, 1, 31), -1.25m, "LAST")];
            foreach (var text in new[] { Ofx(all), Qif(all), Camt(all), Mt940(all) })
            {
                var statement = Statement(text);
                statement.Rejected.ShouldBeEmpty();
                statement.Entries.Select(entry => (entry.Date, entry.Amount, entry.Payee!)).ShouldBe(all);
            }
        },
        iter: 200);

    private static string Ofx(IEnumerable<(DateOnly Date, decimal Amount, string Payee)> told) =>
        Sgml(Each(told, e => $"<STMTTRN><TRNTYPE>OTHER<DTPOSTED>{e.Date:yyyyMMdd}<TRNAMT>{e.Amount:0.00}<NAME>{e.Payee}</STMTTRN>\n"));

    private static string Qif(IEnumerable<(DateOnly Date, decimal Amount, string Payee)> told) =>
        "!Type:Bank\n" + Each(told, e => $"D{e.Date.Month}/{e.Date.Day}'{e.Date:yy}\nT{e.Amount:#,##0.00}\nP{e.Payee}\n^\n");

    private static string Camt(IEnumerable<(DateOnly Date, decimal Amount, string Payee)> told) => CamtReaderTests.Statement053(Each(told, e =>
        $"<Ntry><Amt Ccy=\"EUR\">{Math.Abs(e.Amount):0.00}</Amt><CdtDbtInd>{(e.Amount < 0 ? "DBIT" : "CRDT")}</CdtDbtInd><BookgDt><Dt>{e.Date:yyyy-MM-dd}</Dt></BookgDt><AddtlNtryInf>{e.Payee}</AddtlNtryInf></Ntry>"));

    private static string Mt940(IEnumerable<(DateOnly Date, decimal Amount, string Payee)> told) => Mt940ReaderTests.Message(Each(told, e =>
        $":61:{e.Date:yyMMdd}{(e.Amount < 0 ? 'D' : 'C')}{Math.Abs(e.Amount):0.00}NTRFNONREF\n:86:{e.Payee}\n").Replace('.', ',').TrimEnd());

    private static string Each(
        IEnumerable<(DateOnly Date, decimal Amount, string Payee)> told, Func<(DateOnly Date, decimal Amount, string Payee), FormattableString> write) =>
        string.Concat(told.Select(e => write(e).ToString(CultureInfo.InvariantCulture)));
}
