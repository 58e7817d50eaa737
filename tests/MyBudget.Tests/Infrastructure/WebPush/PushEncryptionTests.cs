using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using MyBudget.Infrastructure.WebPush;

namespace MyBudget.Tests.Infrastructure.WebPush;

public sealed class PushEncryptionTests
{
    // RFC 8291, section 5 and appendix A.
    private const string Browser = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private const string Sender = "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
    private const string SenderPrivate = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
    private const string Auth = "BTBZMqHH6r4Tts7J_aSIgg";
    private const string Salt = "DGv6ra1nlYgDCS1FRnbzlw";

    private const string Encrypted =
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";

    [Fact]
    public void is_that_of_the_standards_example()
    {
        var parameters = P256Point.Read(Bytes(Sender))!.Value;
        parameters.D = Bytes(SenderPrivate);
        using var sender = ECDiffieHellman.Create(parameters);

        var body = PushEncryption.Encrypt("When I grow up, I want to be a watermelon"u8, P256Point.Read(Bytes(Browser))!.Value, Bytes(Auth), sender, Bytes(Salt));

        Base64Url.EncodeToString(body).ShouldBe(Encrypted);
    }

    [Fact]
    public void is_another_every_time_and_as_much_larger_as_it_says()
    {
        var browser = P256Point.Read(Bytes(Browser))!.Value;
        var plain = Encoding.UTF8.GetBytes(new string('я', 1_000));

        var (one, two) = (PushEncryption.Encrypt(plain, browser, Bytes(Auth)), PushEncryption.Encrypt(plain, browser, Bytes(Auth)));

        (one.Length, two.Length).ShouldBe((plain.Length + PushEncryption.Overhead, plain.Length + PushEncryption.Overhead));
        one[..16].ShouldNotBe(two[..16]);
        one[21..86].ShouldNotBe(two[21..86]);
        one[86..].ShouldNotBe(two[86..]);
        Should.Throw<ArgumentOutOfRangeException>(() => PushEncryption.Encrypt(new byte[4096 - PushEncryption.Overhead + 1], browser, Bytes(Auth)));
    }

    [Fact]
    public void a_point_has_to_be_on_the_curve()
    {
        var point = Bytes(Browser);
        P256Point.Read(point).ShouldNotBeNull();
        P256Point.Read(point.AsSpan(1)).ShouldBeNull();
        P256Point.Read([]).ShouldBeNull();
        point[^1] ^= 1;
        P256Point.Read(point).ShouldBeNull();
        P256Point.Read((byte[])[4, .. new byte[64]]).ShouldBeNull();
        var compressed = Bytes(Browser);
        compressed[0] = 3;
        P256Point.Read(compressed).ShouldBeNull();
    }

    [Fact]
    public void a_key_is_the_same_once_it_was_stored()
    {
        var key = VapidKey.Create();
        VapidKey.FromStored(key.ToStored()).PublicKey.ShouldBe(key.PublicKey);
        Bytes(key.PublicKey).Length.ShouldBe(P256Point.Size);
    }

    private static byte[] Bytes(string text) => Base64Url.DecodeFromChars(text);
}
