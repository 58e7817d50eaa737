using System.Collections.Frozen;

namespace MyBudget.BankFiles.Ofx;

/// <summary>The elements of OFX that matter here; every other is passed over.</summary>
internal enum OfxTag
{
    None, Ofx,
    StmtRs, CcStmtRs, InvStmtRs, BankAcctFrom, CcAcctFrom, InvAcctFrom, LedgerBal, AvailBal,
    BankTranList, BankTranListP, InvTranList, StmtTrn, StmtTrnP,
    Payee, ExtdPayee, Currency, OrigCurrency, BankAcctTo, CcAcctTo,
    CurDef, AcctId, AcctType, BalAmt, DtAsOf,
    DtPosted, DtUser, DtTran, TrnAmt, FitId, CheckNum, Name, Memo, CurSym,
}

internal static class OfxTags
{
    private static readonly FrozenDictionary<string, OfxTag>.AlternateLookup<ReadOnlySpan<char>> ByName =
        Enum.GetValues<OfxTag>().ToFrozenDictionary(t => t.ToString(), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public static OfxTag Find(ReadOnlySpan<char> name) => ByName.TryGetValue(name, out var tag) ? tag : OfxTag.None;
}
