using System.Diagnostics;
using System.Text;
using Qingdan.Platform.Database;
using Qingdan.Platform.Signing;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Records;

/// <summary>The script of docs/EDITIONS.md, word for word, with openssl alone and in a folder that knows nothing of the system.</summary>
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
        var (code, said) = await Run(archive, pem, with);
        Assert.True(code == 0, said);
        Assert.Contains("Verified OK", said, StringComparison.Ordinal);
        foreach (var list in new[] { "responsibility", "negative", "demand" }) Assert.Contains($"ok lists/{list}.jsonl", said, StringComparison.Ordinal);
        (code, said) = await Run(Flipped(archive, "\"name\":\""), pem, with);
        Assert.NotEqual(0, code);
        Assert.Contains("ALTERED lists/responsibility.jsonl", said, StringComparison.Ordinal);
        (code, said) = await Run(Flipped(archive, "\"document\":\""), pem, with);
        Assert.NotEqual(0, code);
        Assert.DoesNotContain("ok lists", said, StringComparison.Ordinal);
        Assert.NotEqual(0, (await Run(archive, SigningSuite.Find(suite)!.NewKeys().PublicPem, with)).Code);
    }

    // One bit behind the first place of a text.
    private static byte[] Flipped(byte[] archive, string behind)
    {
        var altered = (byte[])archive.Clone();
        var text = Encoding.UTF8.GetBytes(behind);
        altered[(behind.Contains("document", StringComparison.Ordinal) ? altered.AsSpan().LastIndexOf(text) : altered.AsSpan().IndexOf(text)) + text.Length] ^= 1;
        return altered;
    }

    private static async Task<(int Code, string Said)> Run(byte[] archive, string pem, string with)
    {
        var folder = Directory.CreateTempSubdirectory("qingdan-edition");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "FILE"), archive);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "KEY.pem"), pem);
            using var script = Process.Start(new ProcessStartInfo("bash", ["-c", $"exec 2>&1\n{await Script(with)}"]) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true })!;
            var said = await script.StandardOutput.ReadToEndAsync();
            await script.WaitForExitAsync();
            return (script.ExitCode, said);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> Script(string with)
    {
        var script = (await File.ReadAllTextAsync(Checkout.Path("docs", "EDITIONS.md"))).Split("## Verify", 2)[1].Split("```")[1];
        Assert.Contains("with=\"-sha256\"", script, StringComparison.Ordinal);
        return script.Replace("with=\"-sha256\"", $"with=\"{with}\"", StringComparison.Ordinal);
    }
}
