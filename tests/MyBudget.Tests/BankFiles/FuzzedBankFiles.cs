using System.Diagnostics;
using System.Text;
using MyBudget.BankFiles;

namespace MyBudget.Tests.BankFiles;

internal static class FuzzedBankFiles
{
    /// <summary>Generous for a busy machine; a quadratic walk over these inputs takes minutes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static readonly byte[][] Seeds =
    [
        Encoding.UTF8.GetBytes(BankFileText.Sgml("<STMTTRN><TRNTYPE>POS<DTPOSTED>20260112[-5:EST]<TRNAMT>-34.51<FITID>7<NAME>A &amp; B<MEMO>C</STMTTRN>\n")),
        Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><!DOCTYPE x><OFX><CCSTMTRS><STMTTRN><DTPOSTED>20260101</DTPOSTED><TRNAMT>1,5</TRNAMT>"
            + "<NAME><![CDATA[x]]>&#233;</NAME></STMTTRN></CCSTMTRS></OFX>"),
        Encoding.UTF8.GetBytes("!Account\nNMain\n^\n!Type:Bank\nD1/20'26\nT-1,200.50\nPShop\nSFood\n$-1,200.00\nSFun\n$-0.50\n^\n"),
        Encoding.UTF8.GetBytes(CamtReaderTests.Statement053(CamtReaderTests.Ntry("5.00", "DBIT", "<AcctSvcrRef>1</AcctSvcrRef>", "<NtryDtls><TxDtls><RmtInf><Ustrd>x</Ustrd></RmtInf></TxDtls></NtryDtls>"))),
        Encoding.UTF8.GetBytes("{1:F01X}{4:\n" + Mt940ReaderTests.Message(":61:2602030203DR31,40NDDTNONREF//B-77\n:86:105?00A?20EREF+X1SVWZ+T?32C") + "-}\n"),
        Encoding.UTF8.GetBytes("Konto;DE89370400440532013000\n\nDatum;Text;Soll;Haben;Saldo\n13.01.2026;\"A \"\"q\"\"\nb\";1.234,00;;5,00\n14.01.26;B;;2,00-;7,00\n"),
        Encoding.Unicode.GetBytes("Date,Payee,Amount,Type,Account,Reference\n12/25/2026,A,$1,234.00,DR,1,x\n03 Mar 2026,B,(2.00),CR,2,y\n"),
        BankFileText.In("windows-1251", "Дата операции;Сумма;Описание;Статус\n01.02.2026 10:00:00;-1 234,50;Магазин;OK\n20260203;5;Кафе;FAILED\n"),
    ];

    /// <summary>Whatever the bytes: a result whose texts a database takes, or a refusal, and soon.</summary>
    public static void ReadsOrRefuses(byte[] content, CsvMapping? csv = null)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var file = BankFileText.Read(content, csv);
            foreach (var statement in file.Statements)
            {
                IsClean(statement.BankAccount);
                foreach (var entry in statement.Entries)
                {
                    entry.Line.ShouldBeGreaterThan(0);
                    IsClean(entry.Payee, entry.Memo, entry.BankId, entry.CheckNumber, entry.CategoryHint, entry.Currency);
                }

                foreach (var rejected in statement.Rejected) IsClean(rejected.Reason, rejected.Text);
            }
        }
        catch (BankFileException refused)
        {
            refused.Code.ShouldNotBeNullOrEmpty();
            IsClean(refused.Message);
        }

        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Patience);
    }

    private static void IsClean(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text is null) continue;
            text.Length.ShouldBeLessThanOrEqualTo(BankText.MaxLength);
            text.Any(char.IsControl).ShouldBeFalse();
            text.EnumerateRunes().Count(r => r.Value == 0xFFFD).ShouldBe(text.Count(c => c == '\uFFFD'), "a lone surrogate");
        }
    }
}
