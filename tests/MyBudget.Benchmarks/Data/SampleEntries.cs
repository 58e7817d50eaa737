using System.Globalization;
using System.Text;

namespace MyBudget.Benchmarks.Data;

/// <summary>Made-up entries of a household over three years; the same in every run.</summary>
internal sealed class SampleEntries(Guid[] accounts, Guid[] categories, DateOnly today, int seed)
{
    /// <summary>A tag that one in five hundred has.</summary>
    public const string RareTag = "warranty";

    private const int Days = 3 * 365;

    private readonly Random _random = new(seed);

    /// <summary>As the API takes them: one in twenty is a transfer, as many are refunds, one in five has a note, one in ten a tag.</summary>
    public IEnumerable<object> Take(int count)
    {
        for (var i = 0; i < count; i++) yield return _random.Next(20) == 0 ? Transfer() : Payment();
    }

    public IEnumerable<object> TakePayments(int count)
    {
        for (var i = 0; i < count; i++) yield return Payment();
    }

    public IEnumerable<object> TakeTransfers(int count)
    {
        for (var i = 0; i < count; i++) yield return Transfer();
    }

    /// <summary>As a bank writes them. The references are new in every file, so that no row repeats another.</summary>
    public byte[] BankFile(int rows, string referencePrefix)
    {
        var csv = new StringBuilder("Date,Description,Amount,Reference\n");
        for (var i = 0; i < rows; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{Day():yyyy-MM-dd},{Payee()} {referencePrefix}{i},");
            csv.Append(CultureInfo.InvariantCulture, $"{Amount() / 100m:0.00},{referencePrefix}-{i}\n");
        }

        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    /// <summary>As long as a bank's file may be, with texts of payments, accounts of others and a running balance.</summary>
    public static byte[] LongBankFile(int rows)
    {
        var random = new Random(rows);
        var csv = new StringBuilder("Date,Value date,Payee,Description,Type,IBAN,Amount,Currency,Balance,Reference\n");
        var (balance, first) = (100_000_000L, new DateOnly(2024, 1, 1));
        for (var i = 0; i < rows; i++)
        {
            var (day, payee, amount) = (first.AddDays(i * 700 / rows), random.Next(600), random.NextInt64(-20_000, 10_000) | 1);
            balance += amount;
            csv.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd},{day:yyyy-MM-dd},Pharmacy and market {payee},");
            csv.Append(CultureInfo.InvariantCulture, $"Payment of invoice {random.NextInt64(1_000_000_000_000)} for order {i} of customer {random.Next():x8},");
            csv.Append(CultureInfo.InvariantCulture, $"{(amount < 0 ? "Card payment" : "Incoming transfer")},DE{payee:00}12030000000020{payee:0000},");
            csv.Append(CultureInfo.InvariantCulture, $"{amount / 100m:0.00},EUR,{balance / 100m:0.00},{20240000000 + i}\n");
        }

        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    private object Payment() => new
    {
        accountId = accounts[_random.Next(accounts.Length)],
        date = Day(),
        amount = Amount(),
        payee = Payee(),
        categoryId = categories[_random.Next(categories.Length)],
        note = _random.Next(5) == 0 ? $"Receipt {_random.Next(100_000)}" : null,
        tags = _random.Next(500) switch { 0 => new[] { RareTag }, < 50 => ["household"], _ => null },
    };

    private object Transfer()
    {
        var from = _random.Next(accounts.Length);
        var to = (from + 1 + _random.Next(accounts.Length - 1)) % accounts.Length;
        var amount = -_random.NextInt64(100, 20_000);
        return new { accountId = accounts[from], date = Day(), amount, transfer = new { accountId = accounts[to] } };
    }

    private DateOnly Day() => today.AddDays(-_random.Next(Days));

    private long Amount() => (_random.Next(20) == 0 ? 1 : -1) * _random.NextInt64(100, 20_000);

    private string Payee() => $"Shop {_random.Next(60)}";
}
