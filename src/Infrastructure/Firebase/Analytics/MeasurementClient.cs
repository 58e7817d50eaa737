using System.Net.Http.Headers;

namespace MyBudget.Infrastructure.Firebase.Analytics;

/// <summary>
/// Sends events to Google Analytics by the Measurement Protocol. It says yes to everything it could read, so an answer tells only
/// whether it arrived. The secret stands in the address: nothing here may log one, or let an exception carry it.
/// </summary>
internal sealed class MeasurementClient(HttpClient http, IOptions<AnalyticsSettings> settings)
{
    /// <returns>Null when they arrived, else why not.</returns>
    public async Task<string?> SendAsync(IReadOnlyCollection<ProductEvent> events)
    {
        var given = settings.Value;
        var query = $"firebase_app_id={Uri.EscapeDataString(given.FirebaseAppId!)}&api_secret={Uri.EscapeDataString(given.ApiSecret!)}";
        using var content = new ByteArrayContent(MeasurementBody.Write(given.Instance, events));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        try
        {
            using var response = await http.PostAsync(new Uri(given.Address, $"/mp/collect?{query}"), content);
            return response.IsSuccessStatusCode ? null : $"{(int)response.StatusCode}";
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            return failure.GetType().Name;
        }
    }
}
