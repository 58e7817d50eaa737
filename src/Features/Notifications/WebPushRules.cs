using System.Buffers.Text;
using MyBudget.Infrastructure.WebPush;

namespace MyBudget.Features.Notifications;

/// <summary>What a browser's subscription is made of.</summary>
internal static class WebPushRules
{
    public static IRuleBuilderOptions<T, string?> PushEndpoint<T>(this IRuleBuilder<T, string?> rule, WebPushSettings settings) => rule
        .Must(endpoint => PushAddress.IsGood(endpoint, settings.LocalService))
        .WithErrorCode("push-endpoint").WithMessage("This is not an https address of a push service: a host with a name, no port, at most 2048 characters.");

    public static IRuleBuilderOptions<T, string?> PushKey<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(key => P256Point.Read(Decode(key, P256Point.Size)) is not null)
        .WithErrorCode("push-key").WithMessage("This is not a public key of P-256: 65 bytes, uncompressed, as base64url.");

    public static IRuleBuilderOptions<T, string?> PushSecret<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(secret => Decode(secret, PushEncryption.AuthSize).Length == PushEncryption.AuthSize)
        .WithErrorCode("push-secret").WithMessage("This is not a secret of a subscription: 16 bytes as base64url.");

    /// <summary>However a client wrote it, it is the same bytes: without padding, as browsers do.</summary>
    public static string Normal(string text) => Base64Url.EncodeToString(Base64Url.DecodeFromChars(text));

    /// <summary>Nothing for what is not base64url, or too long to be looked at.</summary>
    private static byte[] Decode(string? text, int bytes) =>
        text is not null && text.Length <= 2 * bytes && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : [];
}
