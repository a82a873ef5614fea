using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Resources.Editing;

/// <summary>What stands in the fields of the edit form, as text: a refused form shows again exactly what was typed.</summary>
public sealed class FormValues(IReadOnlyDictionary<string, string> texts, int items)
{
    /// <summary>The text of a field; empty when absent.</summary>
    public string this[string name] => texts.GetValueOrDefault(name, "");

    /// <summary>The text of a field of an item.</summary>
    public string this[int item, string name] => this[$"items[{item}].{name}"];

    /// <summary>Rows of the item table.</summary>
    public int Items => items;

    /// <summary>The same with names of items in the rows from <paramref name="row"/> on, the last of the table.</summary>
    public FormValues With(IReadOnlyList<string> names, int row)
    {
        var all = new Dictionary<string, string>(texts);
        for (var i = 0; i < names.Count; i++) all[$"items[{row + i}].name"] = names[i];
        return new FormValues(all, row + names.Count);
    }

    /// <summary>True when what stands beside the class of an item is a reason, not a condition: its own class is 不予共享, or else the resource's.</summary>
    public bool Refuses(int item) => (this[item, "share"] is { Length: > 0 } own ? own : this["share"]) == nameof(ShareProperty.NotShared);
}
