using System.Globalization;
using System.Text.Json.Nodes;
using Qingdan.Platform.Database;
using Qingdan.Records.Contracts.Editions;
using Qingdan.Standards.Contracts.Declarations;

namespace Qingdan.Lists.Editions;

/// <summary>What the three lists have in common when an edition reads them: first who is in force, in the order of the keys, then what each says, a slice at a time.</summary>
internal static class EditionKeys
{
    private const int Slice = 1_000;

    /// <summary>
    /// Streams the rows that fit. The order is made here and not by the store: collations differ, the order of an edition must not.
    /// A row without a number is known by its own: a unit without an organization code has none to give.
    /// </summary>
    public static async IAsyncEnumerable<EditionEntry> Stream(
        Store store, string table, string unit, string state, IReadOnlyCollection<long> unitIds, Func<long[], Task<IReadOnlyDictionary<long, JsonObject>>> read,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var only = unitIds.Count == 0 ? "" : $" AND {unit} IN ({string.Join(',', unitIds)})";
        var rows = await store.Query($"SELECT id, number, {unit} FROM {table} WHERE state = '{state}'{only}", r => (Id: r.GetInt64(0), Key: r.IsDBNull(1) ? Unnumbered(r.GetInt64(0)) : r.GetString(1), Unit: r.GetInt64(2)), cancel);
        rows.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        foreach (var slice in rows.Chunk(Slice))
        {
            var contents = await read(Array.ConvertAll(slice, r => r.Id));
            foreach (var (id, key, owner) in slice)
            {
                var content = contents[id];
                content["key"] = key;
                yield return new EditionEntry(key, owner, content);
            }
        }
    }

    /// <summary>Declared elements that have a text.</summary>
    public static JsonObject Declared(string elements)
    {
        var texts = new JsonObject();
        foreach (var (name, text) in DeclaredPart.Texts(elements).OrderBy(e => e.Key, StringComparer.Ordinal))
            if (text.Length > 0) texts[name] = text;
        return texts;
    }

    // Behind all numbers, which begin with a letter.
    private static string Unnumbered(long id) => string.Create(CultureInfo.InvariantCulture, $"~{id:D16}");
}
