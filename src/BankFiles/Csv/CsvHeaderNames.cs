using System.Collections.Frozen;

namespace MyBudget.BankFiles.Csv;

/// <summary>
/// The names that banks give their columns, in English, German, French, Spanish, Dutch, Italian and Russian. Within a role
/// the earlier name wins where a file has several.
/// </summary>
internal static class CsvHeaderNames
{
    /// <summary>How much worse a name is that only begins the header's text, as in "Amount (EUR)".</summary>
    private const int BeginningPenalty = 1000;

    private static readonly Dictionary<CsvRole, string> Names = new()
    {
        [CsvRole.Date] = "booking date|transaction date|date of transaction|posting date|posted date|post date|completed date|date|trans date|"
            + "buchungstag|buchungsdatum|buchung|datum|belegdatum|umsatzdatum|date operation|date de l operation|date de comptabilisation|"
            + "date comptable|fecha operacion|fecha de operacion|fecha contable|fecha|boekdatum|boekingsdatum|transactiedatum|"
            + "data contabile|data operazione|data|дата операции|дата платежа|дата проводки|дата транзакции|дата|started date|created date",
        [CsvRole.ValueDate] = "value date|valuta|valutadatum|wertstellung|wertstellungstag|date de valeur|date valeur|fecha valor|"
            + "rentedatum|data valuta|дата валютирования|дата списания",
        [CsvRole.Amount] = "amount|transaction amount|net amount|amt|betrag|umsatz|montant|importe|bedrag|importo|сумма платежа|"
            + "сумма в валюте счета|сумма операции|сумма операции в валюте счета|сумма транзакции|сумма|value|net",
        [CsvRole.Debit] = "debit|debit amount|paid out|money out|withdrawal|withdrawals|withdrawal amount|out|outflow|soll|lastschrift|belastung|"
            + "ausgang|ausgaben|sortie|cargo|cargos|debe|debito|af|dare|uscite|addebiti|расход|дебет|списание|списано|расходы",
        [CsvRole.Credit] = "credit|credit amount|paid in|money in|deposit|deposits|deposit amount|in|inflow|haben|gutschrift|eingang|einnahmen|entree|"
            + "abono|abonos|haber|credito|bij|avere|entrate|accrediti|приход|кредит|зачисление|зачислено|поступление|доходы",
        [CsvRole.Indicator] = "debit credit|credit debit|dr cr|cr dr|d c|c d|debit credit indicator|credit debit indicator|transaction type|type|"
            + "soll haben|s h|soll haben kennzeichen|sens|af bij|direction|тип операции|приход расход|тип",
        [CsvRole.Payee] = "payee|payee name|merchant|merchant name|counterparty|counterparty name|beneficiary|beneficiary name|name|"
            + "beguenstigter zahlungspflichtiger|begunstigter zahlungspflichtiger|name zahlungsbeteiligter|zahlungsbeteiligter|"
            + "auftraggeber empfanger|auftraggeber beguenstigter|auftraggeber begunstigter|empfanger|empfanger auftraggeber|zahlungsempfanger|"
            + "zahlungsempfanger in|beguenstigter|begunstigter|partnername|partner name|name des partners|gegenpartei|beneficiaire|tiers|contrepartie|"
            + "beneficiario|comercio|naam omschrijving|naam tegenpartij|naam|tegenpartij|beneficiario ordinante|"
            + "контрагент|наименование контрагента|получатель|плательщик получатель|отправитель получатель|магазин|to account",
        [CsvRole.Memo] = "description|transaction description|details|transaction details|narrative|narration|particulars|memo|note|notes|purpose|"
            + "payment reference|verwendungszweck|buchungstext|beschreibung|vorgang verwendungszweck|text|mitteilung|libelle|libelle operation|"
            + "description de l operation|communication|motif|concepto|descripcion|observaciones|omschrijving|mededelingen|descrizione|causale|"
            + "описание операции|описание|назначение платежа|назначение|комментарий|детали",
        [CsvRole.BankId] = "transaction id|transaction number|txn id|fitid|bank reference|transaction reference|reference number|reference|ref|"
            + "transaktionsnummer|transaktions id|umsatz id|referenz|referenznummer|reference operation|referencia|transactiereferentie|volgnr|riferimento|"
            + "номер операции|идентификатор операции|референс|код операции",
        [CsvRole.CheckNumber] = "check number|cheque number|check no|cheque no|check|check or slip|checknum|schecknummer|numero de cheque|номер чека",
        [CsvRole.Currency] = "currency|ccy|currency code|wahrung|waehrung|devise|divisa|moneda|valuta code|munt|muntsoort|"
            + "валюта платежа|валюта счета|валюта операции|валюта",
        [CsvRole.Category] = "category|kategorie|categorie|categoria|categorie operation|rubriek|категория",
        [CsvRole.Balance] = "balance|running balance|account balance|balance after|saldo|kontostand|saldo nach buchung|solde|saldo na mutatie|"
            + "saldo disponible|остаток|остаток на счете|баланс|исходящий остаток",
        [CsvRole.Account] = "account|account number|account no|from account|account iban|iban kontoinhaber|auftragskonto|konto|kontonummer|"
            + "iban auftragskonto|compte|numero de compte|cuenta|rekening|rekeningnummer|conto|номер счета|счет|iban",
        [CsvRole.Status] = "status|state|transaction status|umsatzstatus|etat|estado|статус",
    };

    private static readonly FrozenDictionary<string, (CsvRole Role, int Rank)> ByName = Names
        .SelectMany(role => role.Value.Split('|').Select((name, rank) => (Name: Normalize(name), Role: role.Key, Rank: rank)))
        .ToFrozenDictionary(n => n.Name, n => (n.Role, n.Rank), StringComparer.Ordinal);

    /// <summary>What one header's text means, and how well it says so (less is better).</summary>
    public static (CsvRole Role, int Rank)? Find(string header)
    {
        var name = Normalize(header);
        if (ByName.TryGetValue(name, out var exact)) return exact;
        for (var end = name.LastIndexOf(' '); end > 0; end = name.LastIndexOf(' ', end - 1))
        {
            if (ByName.TryGetValue(name[..end], out var beginning)
                && beginning.Role is CsvRole.Date or CsvRole.Amount or CsvRole.Debit or CsvRole.Credit or CsvRole.Balance)
                return (beginning.Role, beginning.Rank + BeginningPenalty);
        }

        return null;
    }

    /// <summary>For each role the column that names it best; a column has one role.</summary>
    public static Dictionary<CsvRole, int> Resolve(IReadOnlyList<string> headers)
    {
        var best = new Dictionary<CsvRole, (int Column, int Rank)>();
        for (var i = 0; i < headers.Count; i++)
        {
            if (Find(headers[i]) is not { } found) continue;
            if (!best.TryGetValue(found.Role, out var known) || found.Rank < known.Rank) best[found.Role] = (i, found.Rank);
        }

        return best.ToDictionary(b => b.Key, b => b.Value.Column);
    }

    /// <summary>Some banks give a column of the other party's accounts a name that others give to the owner's.</summary>
    public static bool IsOwnAccount(string header) =>
        Normalize(header) is "account" or "from account" or "account iban" or "auftragskonto" or "iban auftragskonto" or "iban kontoinhaber" or "rekening";

    /// <summary>Lower case without accents, and one blank for whatever is neither letter nor digit.</summary>
    public static string Normalize(string text)
    {
        const int longest = 80;
        var builder = new StringBuilder();
        // A surrogate pair cut in two would not normalize.
        var valid = BankText.StripControls(text.Length > longest ? text[..longest] : text);
        foreach (var c in valid.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsLetterOrDigit(c)) builder.Append(char.ToLowerInvariant(c));
            else if (builder.Length > 0 && builder[^1] != ' ') builder.Append(' ');
        }

        return builder.ToString().TrimEnd();
    }
}
