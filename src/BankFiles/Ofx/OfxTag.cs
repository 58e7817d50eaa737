using System.Collections.Frozen;

namespace MyBudget.BankFiles.Ofx;

/// <summary>The elements of OFX that matter here; every other is passed over.</summary>
internal enum OfxTag
{
    None, Ofx,
    StmtRs, CcStmtRs, InvStmtRs, BankAcctFrom, CcAcctFrom, InvAcctFrom, LedgerBal, AvailBal,
    BankTranList, BankTranListP, InvTranList, StmtTrn, StmtTrnP,
    BuyDebt, BuyMf, BuyOpt, BuyOther, BuyStock, ClosureOpt, Income, InvExpense, JrnlFund, JrnlSec, MarginInterest, Reinvest, RetOfCap,
    SellDebt, SellMf, SellOpt, SellOther, SellStock, Split, Transfer,
    Payee, ExtdPayee, Currency, OrigCurrency, BankAcctTo, CcAcctTo,
    CurDef, BankId, BrokerId, AcctId, AcctType, BalAmt, DtAsOf,
    TrnType, DtPosted, DtUser, DtTran, DtTrade, TrnAmt, Total, FitId, CheckNum, Name, Memo, CurSym, CorrectFitId, CorrectAction,
    Status, Severity, Code, Message,
}

internal static class OfxTags
{
    private const int Longest = 32;

    private static readonly FrozenDictionary<string, OfxTag>.AlternateLookup<ReadOnlySpan<char>> ByName =
        Enum.GetValues<OfxTag>().ToFrozenDictionary(t => t.ToString(), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whatever prefix of a namespace it has.</summary>
    public static OfxTag Find(ReadOnlySpan<byte> name)
    {
        name = name[(name.LastIndexOf((byte)':') + 1)..];
        Span<char> characters = stackalloc char[Longest];
        return name.Length <= Longest && Encoding.ASCII.TryGetChars(name, characters, out var length)
            && ByName.TryGetValue(characters[..length], out var tag) ? tag : OfxTag.None;
    }

    /// <summary>What moves securities, or money for them (OFX 2.2 specification, section 13.9.2.4).</summary>
    public static bool IsInvestment(this OfxTag tag) => tag is >= OfxTag.BuyDebt and <= OfxTag.Transfer;
}
