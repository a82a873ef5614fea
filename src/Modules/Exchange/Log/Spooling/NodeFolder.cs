using System.Globalization;

namespace Qingdan.Exchange.Log.Spooling;

/// <summary>
/// The folder of one chain, <c>exchange/log/NODE</c> in the data folder. Who writes or empties it holds its lock, which the system releases when the process ends, however it ends.
/// A copy of the folder, on another machine or at another place, is never written on: its chain would go two ways.
/// </summary>
internal sealed class NodeFolder
{
    private NodeFolder(string path, long node) => (Path, Node) = (path, node);

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>The chain.</summary>
    public long Node { get; }

    /// <summary>Its spool files, in their order.</summary>
    public IReadOnlyList<string> Files => [.. Directory.GetFiles(Path, "*.spool").Order(StringComparer.Ordinal)];

    /// <summary>Records that were cut off and set aside.</summary>
    public IReadOnlyList<string> Torn => [.. Directory.GetFiles(Path, "*.torn").Order(StringComparer.Ordinal)];

    /// <summary>True when it was made here and not brought here.</summary>
    public bool IsOurs => File.Exists(OriginPath) && File.ReadAllText(OriginPath) == Origin;

    /// <summary>The line of the last checkpoint; null before the first.</summary>
    public string? Head => File.Exists(HeadPath) ? File.ReadAllText(HeadPath).TrimEnd('\n') : null;

    private string OriginPath => System.IO.Path.Combine(Path, "origin");
    private string HeadPath => System.IO.Path.Combine(Path, "head");
    private string Origin => $"{Environment.MachineName}\n{Path}\n";

    /// <summary>All chains that lie in a data folder.</summary>
    public static IReadOnlyList<NodeFolder> All(string dataFolder)
    {
        var root = Root(dataFolder);
        return Directory.Exists(root) ? [.. Directory.GetDirectories(root).Order(StringComparer.Ordinal).Select(Known).OfType<NodeFolder>()] : [];
    }

    /// <summary>Makes the folder of a new chain.</summary>
    public static NodeFolder Make(string dataFolder, long node)
    {
        var folder = new NodeFolder(System.IO.Path.Combine(Root(dataFolder), node.ToString(CultureInfo.InvariantCulture)), node);
        Directory.CreateDirectory(folder.Path);
        Put(folder.OriginPath, folder.Origin);
        return folder;
    }

    /// <summary>Takes the lock; null while somebody has it.</summary>
    public FileStream? TryLock()
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(Path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception taken) when (taken is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The path of a spool file by its number.</summary>
    public string SpoolFile(int number) => System.IO.Path.Combine(Path, $"{number.ToString("D8", CultureInfo.InvariantCulture)}.spool");

    /// <summary>The number of a spool file.</summary>
    public static int Number(string file) => int.Parse(System.IO.Path.GetFileNameWithoutExtension(file), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Keeps the line of the last checkpoint.</summary>
    public void KeepHead(string line) => Put(HeadPath, $"{line}\n");

    // Appears whole, also when the power goes.
    private static void Put(string path, string text)
    {
        using (var file = new FileStream($"{path}.part", FileMode.Create, FileAccess.Write))
        {
            file.Write(System.Text.Encoding.UTF8.GetBytes(text));
            file.Flush(flushToDisk: true);
        }
        File.Move($"{path}.part", path, overwrite: true);
    }

    private static string Root(string dataFolder) => System.IO.Path.GetFullPath(System.IO.Path.Combine(dataFolder, "exchange", "log"));

    private static NodeFolder? Known(string path) => long.TryParse(System.IO.Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var node) ? new NodeFolder(path, node) : null;
}
