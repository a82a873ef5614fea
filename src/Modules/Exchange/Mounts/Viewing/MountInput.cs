using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Qingdan.Exchange.Mounts.Viewing;

/// <summary>Reads what was typed into the form of a mount.</summary>
internal static class MountInput
{
    /// <summary>Rows of parameters that the form shows at least; an empty name is no parameter.</summary>
    public const int ParameterRows = 8;

    private static readonly char[] Between = ['；', ';', '\n'];

    public static MountDraft Read(IFormCollection form) => new()
    {
        Name = Text(form, "name").Trim(), Method = Text(form, "method"), Address = Text(form, "address").Trim(), Path = Text(form, "path").Trim(), Rows = Text(form, "rows").Trim(),
        Credential = Text(form, "credential"), CredentialName = Text(form, "credentialName").Trim(), Secret = Text(form, "secret"), DateHeader = Text(form, "dateHeader").Trim(), DatePath = Text(form, "datePath").Trim(),
        Items = [.. form.Keys.Where(k => k.StartsWith("path-", StringComparison.Ordinal)).Select(k => k["path-".Length..]).Select(id => new MountItemDraft(Number(id), Text(form, $"path-{id}").Trim(), Text(form, $"mask-{id}"), Text(form, $"pattern-{id}"), Text(form, $"replacement-{id}")))],
        Parameters = [.. Enumerable.Range(0, CheckMount.MostParameters).Where(i => Text(form, $"parameter-{i}").Trim().Length > 0)
            .Select(i => new MountParameterDraft(Text(form, $"parameter-{i}").Trim(), Text(form, $"value-{i}"), Text(form, $"passed-{i}") == "true", Number(Text(form, $"item-{i}")), Text(form, $"required-{i}") == "true", Values(Text(form, $"allowed-{i}"))))],
    };

    /// <summary>Lays what an address proposes over a draft: <c>rows</c>, and <c>path-</c> with an item's number.</summary>
    public static MountDraft Proposed(MountDraft draft, IQueryCollection query)
    {
        var paths = query.Keys.Where(k => k.StartsWith("path-", StringComparison.Ordinal)).ToDictionary(k => Number(k["path-".Length..]), k => query[k].ToString());
        return draft with
        {
            Rows = query["rows"].ToString() is { Length: > 0 } rows ? rows : draft.Rows,
            Items = [.. draft.Items.Select(i => paths.Remove(i.ItemId, out var path) ? i with { Path = path } : i), .. paths.Select(p => new MountItemDraft(p.Key, p.Value))],
        };
    }

    private static string[]? Values(string text) => text.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } values ? values : null;

    private static string Text(IFormCollection form, string name) => form[name].ToString();

    private static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
