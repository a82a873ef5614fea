using System.Security.Cryptography;
using System.Text;

namespace Qingdan.Platform.Files;

/// <summary>A secret of 32 bytes that lies in the data folder and not in the store: who can write to the store alone does not have it. Several nodes on one PostgreSQL share the file.</summary>
public static class SecretFile
{
    /// <summary>The secret of a file; one is made when there is none yet.</summary>
    public static byte[] ReadOrMake(string path)
    {
        if (File.Exists(path)) return Convert.FromHexString(File.ReadAllText(path).Trim());
        var key = RandomNumberGenerator.GetBytes(32);
        var mine = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) mine.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        // Appears whole, and of two processes that make one only the first counts.
        var temporary = $"{path}.{Guid.CreateVersion7():n}";
        using (var file = new FileStream(temporary, mine)) file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(key)));
        try
        {
            File.Move(temporary, path, overwrite: false);
            return key;
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
            return ReadOrMake(path);
        }
    }
}
