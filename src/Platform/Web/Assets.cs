using System.Security.Cryptography;

namespace Qingdan.Platform.Web;

/// <summary>The files under <c>wwwroot</c> beside the program, with addresses that change when the file does.</summary>
public sealed class Assets
{
    private readonly Dictionary<string, string> _urls;

    /// <summary>Reads all files once.</summary>
    public Assets()
    {
        _urls = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'), Versioned);
        Styles = [this["lib/bootstrap.min.css"], this["lib/bootstrap-icons.min.css"], .. StyleFiles.Select(name => this[$"css/{name}.css"])];
        Scripts = [.. ScriptFiles.Select(name => this[$"js/{name}.js"])];
    }

    /// <summary>Where they are.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>Style sheets of every page; a later one refines the earlier.</summary>
    public IReadOnlyList<string> Styles { get; }

    /// <summary>Scripts of every page: enhancements only.</summary>
    public IReadOnlyList<string> Scripts { get; }

    private static string[] StyleFiles => ["tokens", "base", "shell", "panel", "table", "state", "form", "detail", "month", "chart", "widths", "paper", "narrow", "print"];

    private static string[] ScriptFiles => ["bulk", "leave", "progress", "keys", "suggest"];

    /// <summary>The address of a file, from the root.</summary>
    public string this[string file] => _urls[file];

    private static string Versioned(string file)
    {
        using var stream = File.OpenRead(file);
        var hash = Convert.ToHexStringLower(SHA256.HashData(stream))[..10];
        return $"/{Path.GetRelativePath(Folder, file).Replace('\\', '/')}?v={hash}";
    }
}
