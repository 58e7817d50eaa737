using System.Net;
using CsCheck;
using MyBudget.Infrastructure.WebPush;

namespace MyBudget.Tests.Infrastructure.WebPush;

/// <summary>Where strangers may have us send to, and where not.</summary>
public sealed class AddressTests
{
    private static readonly Uri Local = new("http://127.0.0.1:9198");

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("10.0.0.1")]
    [InlineData("10.255.255.255")]
    [InlineData("100.64.0.0")]
    [InlineData("100.127.255.255")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.170")]
    [InlineData("192.0.2.1")]
    [InlineData("192.88.99.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.19.255.255")]
    [InlineData("198.51.100.7")]
    [InlineData("203.0.113.7")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.250")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::ffff:0:127.0.0.1")]
    [InlineData("64:ff9b::10.0.0.1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("64:ff9b:1::8.8.8.8")]
    [InlineData("100::1")]
    [InlineData("2001::1")]
    [InlineData("2001:10::1")]
    [InlineData("2001:20::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::1")]
    [InlineData("2002:808:808::1")]
    [InlineData("3fff::1")]
    [InlineData("5f00::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456:789a::1")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void what_is_not_of_the_public_internet_is_refused(string address) => PublicAddresses.Include(IPAddress.Parse(address)).ShouldBeFalse();

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("8.8.8.8")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("126.255.255.255")]
    [InlineData("128.0.0.1")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("192.167.255.255")]
    [InlineData("198.17.255.255")]
    [InlineData("223.255.255.255")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::8.8.8.8")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2a00:1450:4001:80b::200a")]
    public void what_is_is_allowed(string address) => PublicAddresses.Include(IPAddress.Parse(address)).ShouldBeTrue();

    [Fact]
    public void an_address_of_ipv4_is_the_same_however_ipv6_writes_it() => Gen.Byte.Array[4].Sample(bytes =>
    {
        var address = new IPAddress(bytes);
        var allowed = PublicAddresses.Include(address);

        PublicAddresses.Include(address.MapToIPv6()).ShouldBe(allowed);
        PublicAddresses.Include(IPAddress.Parse($"64:ff9b::{address}")).ShouldBe(allowed);
    });

    [Theory]
    [InlineData("https://fcm.googleapis.com/fcm/send/abc:def")]
    [InlineData("https://updates.push.services.mozilla.com/wpush/v2/gAAA-_")]
    [InlineData("https://web.push.apple.com/QGuQyavXutnMH9")]
    [InlineData("https://wns2-par02p.notify.windows.com/w/?token=BQYAAAB%2bc")]
    [InlineData("https://push.example.org:443/1")]
    [InlineData("http://127.0.0.1:9198/push/1")]
    public void an_endpoint_is_an_https_address_at_a_host_with_a_name(string endpoint) => PushAddress.IsGood(endpoint, Local).ShouldBeTrue();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("push")]
    [InlineData("//push.example.org/1")]
    [InlineData("http://push.example.org/1")]
    [InlineData("ftp://push.example.org/1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://push.example.org:8443/1")]
    [InlineData("https://push.example.org:80/1")]
    [InlineData("https://user:secret@push.example.org/1")]
    [InlineData("https://@push.example.org/1")]
    [InlineData("https://:@push.example.org/1")]
    [InlineData("https://push.example.org/1#here")]
    [InlineData("https://push.example.org/1#")]
    [InlineData("https://push.example.org\\@127.0.0.1/")]
    [InlineData("https://push.example.org/a b")]
    [InlineData("https://push.example.org/я")]
    [InlineData("https://пуш.example.org/1")]
    [InlineData("https://localhost/1")]
    [InlineData("https://localhost./1")]
    [InlineData("https://db/1")]
    [InlineData("https://127.0.0.1/1")]
    [InlineData("https://127.1/1")]
    [InlineData("https://2130706433/1")]
    [InlineData("https://0x7f000001/1")]
    [InlineData("https://0x7f.0.0.1/1")]
    [InlineData("https://0177.0.0.1/1")]
    [InlineData("https://017700000001/1")]
    [InlineData("https://8.8.8.8/1")]
    [InlineData("https://[::1]/1")]
    [InlineData("https://[::ffff:127.0.0.1]/1")]
    [InlineData("https://[fe80::1%25eth0]/1")]
    [InlineData("https://[2606:4700:4700::1111]/1")]
    [InlineData("http://127.0.0.1:9199/push/1")]
    [InlineData("https://127.0.0.1:9198/push/1")]
    [InlineData("http://127.0.0.2:9198/push/1")]
    [InlineData("http://localhost:9198/push/1")]
    [InlineData("http://user@127.0.0.1:9198/push/1")]
    public void anything_else_is_none(string? endpoint) => PushAddress.IsGood(endpoint, Local).ShouldBeFalse();

    [Theory]
    [InlineData("https://push.example.org/1", "https://push.example.org")]
    [InlineData("HTTPS://PUSH.Example.org:443/1?x=y", "https://push.example.org")]
    [InlineData("http://127.0.0.1:9198/push/1", "http://127.0.0.1:9198")]
    public void an_origin_names_the_port_only_where_it_is_another(string endpoint, string origin) => PushAddress.OriginOf(PushAddress.Read(endpoint, Local)!).ShouldBe(origin);

    [Fact]
    public void an_endpoint_has_a_length()
    {
        var longest = $"https://push.example.org/{new string('x', 2048 - 25)}";
        PushAddress.IsGood(longest, null).ShouldBeTrue();
        PushAddress.IsGood($"{longest}x", null).ShouldBeFalse();
    }

    [Theory]
    [InlineData("https://fcm.googleapis.com/fcm/send/1", "google")]
    [InlineData("https://updates.push.services.mozilla.com/wpush/v2/1", "mozilla")]
    [InlineData("https://web.push.apple.com/1", "apple")]
    [InlineData("https://db5p.notify.windows.com/1", "microsoft")]
    [InlineData("https://fcm.googleapis.com.evil.example/1", "other")]
    [InlineData("https://evilpush.apple.com.example/1", "other")]
    [InlineData("https://evilfcm.googleapis.com/1", "other")]
    [InlineData("http://127.0.0.1:9198/1", "local")]
    public void who_runs_a_push_service_is_told_by_its_name(string endpoint, string name) => PushServices.NameOf(new Uri(endpoint), Local).ShouldBe(name);
}
