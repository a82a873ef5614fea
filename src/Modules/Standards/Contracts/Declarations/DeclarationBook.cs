using System.Reflection;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Standards.Declarations;

namespace Qingdan.Standards.Contracts.Declarations;

/// <summary>
/// The declarations in use: those that came with the program, replaced by a city's own in the folder <c>declarations</c> of the data folder.
/// A file with faults is not used at all; the faults are kept for <c>doctor</c> and the page.
/// </summary>
public sealed class DeclarationBook
{
    private const string Prefix = "Qingdan.Standards.Data.declaration-";
    private readonly SortedDictionary<string, Declaration> _declarations = new(StringComparer.Ordinal);
    private readonly List<DeclarationFault> _faults = [];

    /// <summary>Reads all files once.</summary>
    public DeclarationBook(StoreOptions options)
    {
        foreach (var resource in Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
            var own = DeclarationFile.Read(reader.ReadToEnd()).Value;
            _declarations[own.Name] = own;
        }
        var folder = Path.Combine(options.DataFolder, "declarations");
        if (!Directory.Exists(folder)) return;
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)) Load(file);
    }

    /// <summary>All declarations, by name.</summary>
    public IReadOnlyList<Declaration> All => [.. _declarations.Values];

    /// <summary>What is wrong with a city's files.</summary>
    public IReadOnlyList<DeclarationFault> Faults => _faults;

    /// <summary>The declaration of a kind of record, or a refusal that names those there are.</summary>
    public Result<Declaration> Find(string name) => _declarations.TryGetValue(name, out var found)
        ? found
        : new Fault("standards.declaration.unknown", "没有要素声明“{0}”。可用的有：{1}。", "name", FaultKind.NotFound, name, string.Join("、", _declarations.Keys));

    private void Load(string file)
    {
        var read = new FileInfo(file).Length > DeclarationFile.MostBytes
            ? new Fault("standards.declaration.size", "文件超过 1 MB。", null, FaultKind.TooLarge)
            : DeclarationFile.Read(File.ReadAllText(file));
        if (read.TryGet(out var declaration)) _declarations[declaration.Name] = declaration;
        else _faults.AddRange(read.Faults.Select(f => new DeclarationFault(Path.GetFileName(file), f)));
    }
}

/// <summary>One fault of a city's file.</summary>
public sealed record DeclarationFault(string File, Fault Fault);
