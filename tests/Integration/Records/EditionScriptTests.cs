using System.Text;
using Qingdan.Platform.Database;
using Qingdan.Platform.Signing;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Records;

/// <summary>What the docs give an auditor to verify an edition with.</summary>
public sealed class EditionScriptTests
{
    // What docs/SIGNING.md has in the columns of each suite.
    [Theory, InlineData("ECDSA-P256-SHA256", "-sha256"), InlineData("SM2-SM3", "-sm3 -sigopt distid:1234567812345678")]
    public async Task The_script_of_the_docs_verifies_an_archive_and_names_what_was_altered(string suite, string with)
    {
        await using var services = await TestServices.CreateCity(Engine.Sqlite, s => s.SignWith(suite));
        var world = new EditionWorld(services.Scope);
        var archive = await world.Archive(await world.Issued(), 0);
        var pem = await world.Pem();
        var (code, said) = await EditionScript.Run(archive, pem, with);
        Assert.True(code == 0, said);
        Assert.Contains("Verified OK", said, StringComparison.Ordinal);
        foreach (var list in new[] { "responsibility", "negative", "demand" }) Assert.Contains($"ok lists/{list}.jsonl", said, StringComparison.Ordinal);
        (code, said) = await EditionScript.Run(Flipped(archive, "\"name\":\""), pem, with);
        Assert.NotEqual(0, code);
        Assert.Contains("ALTERED lists/responsibility.jsonl", said, StringComparison.Ordinal);
        (code, said) = await EditionScript.Run(Flipped(archive, "\"document\":\""), pem, with);
        Assert.NotEqual(0, code);
        Assert.DoesNotContain("ok lists", said, StringComparison.Ordinal);
        Assert.NotEqual(0, (await EditionScript.Run(archive, SigningSuite.Find(suite)!.NewKeys().PublicPem, with)).Code);
    }

    // One bit behind the first place of a text.
    private static byte[] Flipped(byte[] archive, string behind)
    {
        var altered = (byte[])archive.Clone();
        var text = Encoding.UTF8.GetBytes(behind);
        altered[(behind.Contains("document", StringComparison.Ordinal) ? altered.AsSpan().LastIndexOf(text) : altered.AsSpan().IndexOf(text)) + text.Length] ^= 1;
        return altered;
    }
}
