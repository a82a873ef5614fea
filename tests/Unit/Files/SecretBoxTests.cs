using System.Security.Cryptography;
using System.Text;
using Qingdan.Platform.Files;
using Xunit;

namespace Qingdan.Tests.Unit.Files;

/// <summary>A secret that stands closed in the store opens for what it was closed for, and for nothing else.</summary>
public sealed class SecretBoxTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("qingdan-box").FullName;

    [Fact]
    public void What_was_closed_opens_for_its_own_alone()
    {
        var box = new SecretBox(Path.Combine(_folder, "box.key"));
        var closed = box.Close("密钥"u8, "7");
        Assert.Equal("密钥", Encoding.UTF8.GetString(box.Open(closed, "7")));
        Assert.Empty(box.Open(box.Close([], "7"), "7"));
        Assert.ThrowsAny<CryptographicException>(() => box.Open(closed, "8"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAA")]
    [InlineData("不是密文")]
    public void What_is_no_closed_secret_is_told_as_one_that_does_not_open(string stored) =>
        Assert.ThrowsAny<CryptographicException>(() => new SecretBox(Path.Combine(_folder, "box.key")).Open(stored));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
