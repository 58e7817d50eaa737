using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MyBudget.IntegrationTests.Infrastructure.Firebase;

/// <summary>A key that signs ID tokens, and what is tried with it.</summary>
public sealed class GoogleKey(string id)
{
    private readonly RSA _rsa = RSA.Create(2048);

    public string Id => id;

    public object Jwk
    {
        get
        {
            var key = _rsa.ExportParameters(includePrivateParameters: false);
            return new { kid = id, kty = "RSA", alg = "RS256", use = "sig", n = Base64Url.EncodeToString(key.Modulus), e = Base64Url.EncodeToString(key.Exponent) };
        }
    }

    public string Sign(JsonObject claims, string? kid = null, string alg = "RS256") =>
        Sign(new JsonObject { ["alg"] = alg, ["kid"] = kid ?? id, ["typ"] = "JWT" }, claims);

    public string Sign(JsonObject header, JsonObject claims)
    {
        var input = Input(header, claims.ToJsonString());
        var hash = header["alg"]?.GetValue<string>() == "RS512" ? HashAlgorithmName.SHA512 : HashAlgorithmName.SHA256;
        return $"{input}.{Base64Url.EncodeToString(_rsa.SignData(Encoding.ASCII.GetBytes(input), hash, RSASignaturePadding.Pkcs1))}";
    }

    /// <summary>HS256 with what everybody knows of the key as the secret: a verifier that lets the token choose would accept it.</summary>
    public string SignWithPublicKey(JsonObject claims, bool asPem)
    {
        var input = Input(new JsonObject { ["alg"] = "HS256", ["kid"] = id, ["typ"] = "JWT" }, claims.ToJsonString());
        var secret = asPem ? Encoding.ASCII.GetBytes(_rsa.ExportSubjectPublicKeyInfoPem()) : _rsa.ExportParameters(includePrivateParameters: false).Modulus!;
        return $"{input}.{Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(input)))}";
    }

    public static string WithoutSignature(JsonObject claims, string alg = "none") => WithoutSignature(claims.ToJsonString(), alg);

    public static string WithoutSignature(string claims, string alg = "none") => $"{Input(new JsonObject { ["alg"] = alg, ["typ"] = "JWT" }, claims)}.";

    private static string Input(JsonObject header, string claims) =>
        $"{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(header))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}";
}
