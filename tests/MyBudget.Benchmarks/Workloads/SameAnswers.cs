using System.Globalization;
using System.Text.Json;
using MyBudget.Benchmarks.Data;

namespace MyBudget.Benchmarks.Workloads;

/// <summary>A floor that answers something else is no floor: both servers are asked the same and have to say the same.</summary>
internal static class SameAnswers
{
    private const int Asked = 5;

    // The floor's timestamps are PostgreSQL's, to the microsecond.
    private static readonly TimeSpan Precision = TimeSpan.FromMicroseconds(1);

    /// <summary>Answers how much was asked.</summary>
    public static async Task<int> DemandAsync(Workload workload, SampleLedger ledger, Api product, Api floor, CancellationToken cancellationToken)
    {
        var asked = workload.RequestsFor(ledger).Take(Asked).ToList();
        foreach (var request in asked)
        {
            var expected = await AskAsync(product, request, cancellationToken);
            var answered = await AskAsync(floor, request, cancellationToken);
            if (Difference(expected, answered, workload.OwnMembers, "$") is { } difference)
                throw new InvalidOperationException($"{workload.Name}: the answers of product and floor differ at {difference}");
        }

        return asked.Count;
    }

    private static Task<JsonElement> AskAsync(Api api, BenchRequest request, CancellationToken cancellationToken) => request switch
    {
        { Body: { } body } => api.PostAsync(request.Path, body, cancellationToken),
        { Known: { } known } => api.GetUnlessAsync(request.Path, known, cancellationToken),
        _ => api.GetAsync(request.Path, cancellationToken),
    };

    private static string? Difference(JsonElement product, JsonElement floor, string[] own, string at)
    {
        if (product.ValueKind != floor.ValueKind) return Text();
        return product.ValueKind switch
        {
            JsonValueKind.Object => OfObjects(product, floor, own, at),
            JsonValueKind.Array when product.GetArrayLength() != floor.GetArrayLength() => Text(),
            JsonValueKind.Array => product.EnumerateArray().Zip(floor.EnumerateArray())
                .Select((pair, index) => Difference(pair.First, pair.Second, own, $"{at}[{index}]")).FirstOrDefault(found => found is not null),
            JsonValueKind.String => product.GetString() == floor.GetString() || SameTime(product, floor) ? null : Text(),
            _ => product.GetRawText() == floor.GetRawText() ? null : Text(),
        };

        string Text() => string.Create(CultureInfo.InvariantCulture, $"{at}: {product.GetRawText()} and {floor.GetRawText()}");
    }

    private static string? OfObjects(JsonElement product, JsonElement floor, string[] own, string at)
    {
        var names = product.EnumerateObject().Concat(floor.EnumerateObject()).Select(member => member.Name).Distinct().Except(own);
        foreach (var name in names)
        {
            if (!product.TryGetProperty(name, out var expected)) return $"{at}.{name}, which the product does not have";
            if (!floor.TryGetProperty(name, out var answered)) return $"{at}.{name}, which the floor does not have";
            if (Difference(expected, answered, own, $"{at}.{name}") is { } difference) return difference;
        }

        return null;
    }

    private static bool SameTime(JsonElement product, JsonElement floor) =>
        product.TryGetDateTimeOffset(out var expected) && floor.TryGetDateTimeOffset(out var answered) && (expected - answered).Duration() <= Precision;
}
