using Qingdan.Records.Contracts.Editions;
using Qingdan.Standards.Contracts.Declarations;

namespace Qingdan.Records.Editions.Comparing;

/// <summary>What the fields of entries are called: as the columns of their list, those beyond them by their declaration.</summary>
internal sealed class FieldTitles(DeclarationBook book)
{
    private const string Declared = "elements.";

    // Members that no table has a column for.
    private static readonly Dictionary<string, string> Others = new() { ["unitCode"] = "组织机构代码", ["regional"] = "区域授权" };

    /// <summary>The title, Chinese; the key itself where nobody knows it any more.</summary>
    public string Of(IEditionList list, string key)
    {
        if (key.StartsWith(Declared, StringComparison.Ordinal)) return book.Find(list.Name).Ok ? book.Find(list.Name).Value.Find(key[Declared.Length..])?.Name ?? key[Declared.Length..] : key[Declared.Length..];
        return list.Columns.FirstOrDefault(c => c.Key == key).Title ?? Others.GetValueOrDefault(key, key);
    }
}
