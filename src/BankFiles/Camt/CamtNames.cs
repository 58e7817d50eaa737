using System.Collections.Frozen;

namespace MyBudget.BankFiles.Camt;

/// <summary>The elements of ISO 20022 that matter here; every other is passed over with all that is below it.</summary>
internal static class CamtNames
{
    public static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.Ordinal,
        "Acct", "Id", "IBAN", "Othr", "Ccy", "Svcr", "FinInstnId", "BIC", "BICFI", "Bal", "Tp", "CdOrPrtry", "Cd", "Amt", "CdtDbtInd",
        "Dt", "DtTm",
        "TxsSummry", "TtlNtries", "TtlCdtNtries", "TtlDbtNtries", "NbOfNtries", "Sum", "StmtPgntn", "RptPgntn", "PgNb", "LastPgInd",
        "Ntry", "NtryRef", "RvslInd", "Sts", "BookgDt", "ValDt", "AcctSvcrRef", "NtryDtls", "Btch", "NbOfTxs", "TxDtls", "Refs",
        "EndToEndId", "ChqNb",
        "AmtDtls", "TxAmt", "RltdPties", "Dbtr", "Cdtr", "UltmtDbtr", "UltmtCdtr", "Pty", "Nm", "RmtInf", "Ustrd", "Strd", "CdtrRefInf",
        "Ref",
        "AddtlRmtInf", "AddtlTxInf", "AddtlNtryInf");
}
