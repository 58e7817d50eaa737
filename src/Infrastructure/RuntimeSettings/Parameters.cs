namespace MyBudget.Infrastructure.RuntimeSettings;

/// <summary>Everything an operator may set while the server runs. <c>firebase/remoteconfig*.template.json</c> have the same.</summary>
internal static class Parameters
{
    private const int MostThresholds = 10;
    private const int LongestAddress = 500;

    public static readonly Parameter<Version> MinimumAndroid = MinimumVersion("android", "Android");
    public static readonly Parameter<Version> MinimumIos = MinimumVersion("ios", "Ios");
    public static readonly Parameter<string> UpdateAndroid = UpdateAddress("android", "Android");
    public static readonly Parameter<string> UpdateIos = UpdateAddress("ios", "Ios");
    public static readonly Parameter<bool> SignUp = Switch("sign_up", "SignUp");
    public static readonly Parameter<bool> FirebaseSignIn = Switch("firebase_sign_in", "FirebaseSignIn");
    public static readonly Parameter<bool> Imports = Switch("imports", "Imports");
    public static readonly Parameter<bool> Push = Switch("push", "Push");

    public static readonly Parameter<IReadOnlyList<int>> BudgetThresholds = new(
        "default_budget_thresholds", "Budgets:DefaultThresholds", "JSON",
        $"a JSON list of at most {MostThresholds} whole numbers from 1 to 1000, ascending", [80, 100], ReadThresholds);

    public static readonly IReadOnlyList<Parameter> All =
        [MinimumAndroid, MinimumIos, UpdateAndroid, UpdateIos, SignUp, FirebaseSignIn, Imports, Push, BudgetThresholds];

    private static Parameter<Version> MinimumVersion(string platform, string key) => new(
        $"minimum_client_version_{platform}", $"Clients:MinimumVersion:{key}", "STRING", "a version as major.minor.patch", new Version(0, 0, 0),
        ClientApp.ReadVersion);

    private static Parameter<string> UpdateAddress(string platform, string key) => new(
        $"client_update_url_{platform}", $"Clients:UpdateUrl:{key}", "STRING", $"an https address of at most {LongestAddress} characters, or empty",
        string.Empty, ReadAddress);

    private static Parameter<bool> Switch(string feature, string key) => new(
        $"feature_{feature}", $"Features:{key}", "BOOLEAN", "true or false", true, text => bool.TryParse(text, out var isOn) ? isOn : null);

    private static string? ReadAddress(string text) =>
        text.Length == 0 || (text.Length <= LongestAddress && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps)
            ? text
            : null;

    private static int[]? ReadThresholds(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<int[]>(text) is { Length: <= MostThresholds } percents
                   && percents.All(percent => percent is >= 1 and <= 1_000) && percents.Zip(percents.Skip(1)).All(pair => pair.First < pair.Second)
                ? percents
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
