using System.Text;
using Qingdan.Organizations.Contracts;

namespace Qingdan.Catalog.Import.Merging;

/// <summary>A provider as the file names it. <see cref="Id"/> is 0 while nobody is known by the name.</summary>
internal sealed class ImportProvider(string name, long id)
{
    public string Name => name;

    public long Id { get; set; } = id;

    /// <summary>Rows that name it.</summary>
    public int Rows { get; set; }
}

/// <summary>The providers of one file: each spelling is looked up once.</summary>
internal sealed class ImportProviders(UnitTree tree)
{
    private readonly Dictionary<string, ImportProvider> _bySpelling = [];
    private readonly Dictionary<long, ImportProvider> _byId = [];
    private readonly Dictionary<string, ImportProvider> _unknown = [];

    /// <summary>All, in the order they occurred.</summary>
    public List<ImportProvider> All { get; } = [];

    /// <summary>The provider that a text means.</summary>
    public ImportProvider Of(string text)
    {
        if (!_bySpelling.TryGetValue(text, out var provider)) provider = _bySpelling[text] = Find(text);
        provider.Rows++;
        return provider;
    }

    /// <summary>The provider with a key.</summary>
    public ImportProvider Own(long id)
    {
        var provider = Known(id);
        provider.Rows++;
        return provider;
    }

    private ImportProvider Find(string text)
    {
        if (tree.Resolve(text) is { } id) return Known(id);
        var key = Key(text);
        return _unknown.TryGetValue(key, out var unknown) ? unknown : _unknown[key] = Add(new ImportProvider(text, 0));
    }

    private ImportProvider Known(long id) => _byId.TryGetValue(id, out var known) ? known : _byId[id] = Add(new ImportProvider(tree.Find(id)!.Name, id));

    private ImportProvider Add(ImportProvider provider)
    {
        All.Add(provider);
        return provider;
    }

    private static string Key(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c))).ToUpperInvariant();
}
