using System.Diagnostics;

namespace Qingdan.Tests.Support;

/// <summary>The script of docs/EDITIONS.md, word for word, with openssl alone and in a folder that knows nothing of the system.</summary>
public static class EditionScript
{
    private const string With = "with=\"-sha256\"";

    /// <summary>Runs it on an archive; <paramref name="with"/> is what docs/SIGNING.md gives openssl for a suite.</summary>
    public static async Task<(int Code, string Said)> Run(byte[] archive, string pem, string with = "-sha256")
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
        return script.Contains(With, StringComparison.Ordinal) ? script.Replace(With, $"with=\"{with}\"", StringComparison.Ordinal) : throw new InvalidOperationException($"The script does not say {With}.");
    }
}
