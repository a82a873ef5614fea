using System.Diagnostics;

namespace Qingdan.Tests.Support;

/// <summary>The script of docs/EXCHANGE-LOG.md, word for word, with openssl alone and in a folder that knows nothing of the system.</summary>
public static class LogScript
{
    /// <summary>Runs it on an export with keys that were fetched apart: fingerprint and PEM.</summary>
    public static async Task<(int Code, string Said)> Run(byte[] export, IEnumerable<(string Fingerprint, string Pem)> trusted)
    {
        var folder = Directory.CreateTempSubdirectory("qingdan-log");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "FILE"), export);
            var keys = folder.CreateSubdirectory("trusted");
            foreach (var (fingerprint, pem) in trusted) await File.WriteAllTextAsync(Path.Combine(keys.FullName, $"{fingerprint}.pem"), pem);
            var text = (await File.ReadAllTextAsync(Checkout.Path("docs", "EXCHANGE-LOG.md"))).Split("## Verify elsewhere", 2)[1].Split("```")[1];
            using var script = Process.Start(new ProcessStartInfo("sh", ["-c", $"exec 2>&1\n{text}"]) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true })!;
            var said = await script.StandardOutput.ReadToEndAsync();
            await script.WaitForExitAsync();
            return (script.ExitCode, said);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
