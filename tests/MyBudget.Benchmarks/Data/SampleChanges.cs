using System.Globalization;
using System.Text.Json;

namespace MyBudget.Benchmarks.Data;

/// <summary>What changed last in a filled ledger; all of it is transactions.</summary>
internal sealed class SampleChanges(string ledger)
{
    public const int PageSize = 1_000;

    /// <summary>How many there are at the least, where the ledger has as many.</summary>
    public const int Recent = 10_000;

    private readonly List<long> _revisions = [];

    /// <summary>The cursor of who has everything.</summary>
    public string Head { get; private set; } = "";

    /// <summary>The pages of the last 10,000 changes; none where there are fewer.</summary>
    public List<string> Pages { get; } = [];

    private string Incarnation => Head[..Head.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>The cursor of who lacks so many of them.</summary>
    public string Before(int changes)
    {
        var first = _revisions[^Math.Min(changes, _revisions.Count)];
        return string.Create(CultureInfo.InvariantCulture, $"{Incarnation}.{first - 1}");
    }

    /// <summary>Reads all changes of transactions, and hands them out page by page.</summary>
    public async Task ReadAsync(Api product, Func<JsonElement, Task> take, CancellationToken cancellationToken)
    {
        var isLast = false;
        for (var since = ""; !isLast;)
        {
            var page = await product.GetAsync($"{ledger}/changes?kinds=transaction&limit={PageSize}{since}", cancellationToken);
            await take(page.GetProperty("items"));
            _revisions.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("revision").GetInt64()));
            (Head, isLast) = (page.GetProperty("cursor").GetString()!, !page.GetProperty("hasMore").GetBoolean());
            since = $"&since={Head}";
        }

        if (_revisions.Count < Recent) return;
        isLast = false;
        for (var since = Before(Recent); !isLast;)
        {
            Pages.Add($"{ledger}/changes?since={since}&limit={PageSize}");
            var page = await product.GetAsync(Pages[^1], cancellationToken);
            (since, isLast) = (page.GetProperty("cursor").GetString()!, !page.GetProperty("hasMore").GetBoolean());
        }
    }
}
