using System.Diagnostics;
using System.Security.Cryptography;
using Qingdan.Platform.Signing;
using Xunit;

namespace Qingdan.Tests.Unit.Signing;

public sealed class SigningSuiteTests
{
    public static TheoryData<string> Suites => [.. SigningSuite.All.Select(s => s.Name)];

    [Theory, MemberData(nameof(Suites))]
    public void What_is_signed_is_verified_and_nothing_else(string name)
    {
        var suite = SigningSuite.Find(name)!;
        var (keys, other) = (suite.NewKeys(), suite.NewKeys());
        var data = "第一版"u8.ToArray();
        var signature = suite.Sign(keys.PrivateKey, data);
        Assert.True(suite.Read(keys.PublicPem).Value.Verify(data, signature));
        Assert.False(suite.Read(other.PublicPem).Value.Verify(data, signature));
        Assert.False(suite.Read(keys.PublicPem).Value.Verify([.. data, 1], signature));
        Assert.False(suite.Read(keys.PublicPem).Value.Verify(data, [.. signature[..^1], (byte)(signature[^1] ^ 1)]));
        Assert.False(suite.Read(keys.PublicPem).Value.Verify(data, []));
        Assert.NotEqual(suite.Read(keys.PublicPem).Value.Fingerprint, suite.Read(other.PublicPem).Value.Fingerprint);
    }

    [Theory, MemberData(nameof(Suites))]
    public void A_key_of_another_kind_is_refused_in_words(string name)
    {
        var suite = SigningSuite.Find(name)!;
        using var larger = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var keys = SigningSuite.All.First(s => s != suite).NewKeys();
        string[] wrong = ["", "nothing", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", larger.ExportSubjectPublicKeyInfoPem(), keys.PublicPem];
        foreach (var pem in wrong) Assert.Equal("signing.key.unreadable", suite.Read(pem).Faults[0].Code);
    }

    [Fact]
    public void Sm3_is_the_digest_of_the_standard() =>
        Assert.Equal("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0", Convert.ToHexStringLower(SigningSuite.Sm.DigestOf("abc"u8)));

    [Theory]
    [InlineData("ECDSA-P256-SHA256", "-sha256")]
    [InlineData("SM2-SM3", "-sm3 -sigopt distid:1234567812345678")]
    public async Task Openssl_verifies_it(string name, string how)
    {
        var suite = SigningSuite.Find(name)!;
        var folder = Directory.CreateTempSubdirectory("qingdan-openssl-");
        try
        {
            var (keys, data) = (suite.NewKeys(), "公共数据“三清单”"u8.ToArray());
            string File(string part) => Path.Combine(folder.FullName, part);
            await System.IO.File.WriteAllTextAsync(File("key.pem"), keys.PublicPem, TestContext.Current.CancellationToken);
            await System.IO.File.WriteAllBytesAsync(File("data"), data, TestContext.Current.CancellationToken);
            await System.IO.File.WriteAllBytesAsync(File("signature"), suite.Sign(keys.PrivateKey, data), TestContext.Current.CancellationToken);
            using var openssl = Process.Start(new ProcessStartInfo("openssl", $"dgst {how} -verify {File("key.pem")} -signature {File("signature")} {File("data")}") { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var said = await openssl.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken) + await openssl.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await openssl.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Contains("Verified OK", said, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
