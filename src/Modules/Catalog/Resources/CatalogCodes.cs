using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Resources;

/// <summary>
/// Gives both codes. Shanghai: the provider's 9-character organization code "/" 6 digits (form found in use, its prefix passes GB 11714).
/// National: 类(3 部门) 项(07 省级) 目 and the organization code as 细目 "/" the same 6 digits; the 目 is a setting of the city.
/// </summary>
internal sealed class CatalogCodes(Store store, IOrganizationDirectory organizations, CitySettings city)
{
    /// <summary>The national code with the number of one of Shanghai's.</summary>
    public string National(string shanghai) => city.NationalCatalogPrefix + shanghai;

    /// <summary>Keeps the count beyond codes that were given elsewhere: the next number makes none of them again.</summary>
    public async Task Reserve(IEnumerable<string?> given, CancellationToken cancel)
    {
        foreach (var group in given.Select(Counted).OfType<(string Prefix, long Number)>().GroupBy(c => c.Prefix))
            await store.Execute(
                "INSERT INTO catalog_code_counters (prefix, last) VALUES (@prefix, @number) ON CONFLICT (prefix) DO UPDATE SET last = CASE WHEN catalog_code_counters.last < @number THEN @number ELSE catalog_code_counters.last END",
                cancel, ("prefix", group.Key), ("number", group.Max(c => c.Number)));
    }

    /// <summary>Gives rows the codes they lack; what they have stays. Those of a provider without an organization code wait for it.</summary>
    public async Task Give(IReadOnlyCollection<Resource> rows, CancellationToken cancel)
    {
        foreach (var row in rows.Where(r => r is { Code: not null, NationalCode: null }))
            if (!await Taken(row.Id, null, National(row.Code!), cancel)) row.NationalCode = National(row.Code!);
        foreach (var group in rows.Where(r => r.Code is null).GroupBy(r => r.ProviderId))
        {
            var numbers = await Next(group.Key, group.Count(), cancel);
            foreach (var (row, code) in group.Zip(numbers)) (row.Code, row.NationalCode) = (code, row.NationalCode ?? National(code));
        }
    }

    /// <summary>True when another row has one of the codes, in the store or in this unit of work.</summary>
    public async Task<bool> Taken(long id, string? shanghai, string? national, CancellationToken cancel) =>
        store.Set<Resource>().Local.Any(r => r.Id != id && ((shanghai is not null && r.Code == shanghai) || (national is not null && r.NationalCode == national)))
        || await store.Set<Resource>().AnyAsync(r => r.Id != id && ((shanghai != null && r.Code == shanghai) || (national != null && r.NationalCode == national)), cancel);

    private async Task<IEnumerable<string>> Next(long providerId, int count, CancellationToken cancel)
    {
        if ((await organizations.Tree(cancel)).Find(providerId)?.Code is not { Length: 9 } code) return [];
        var last = (await store.Query(
            "INSERT INTO catalog_code_counters (prefix, last) VALUES (@prefix, @count) ON CONFLICT (prefix) DO UPDATE SET last = catalog_code_counters.last + @count RETURNING last",
            reader => reader.GetInt64(0), cancel, ("prefix", code), ("count", (long)count)))[0];
        return Enumerable.Range(0, count).Select(i => $"{code}/{last - count + 1 + i:000000}");
    }

    // Shanghai's own, and national ones of the form that is given here; others never meet a number of ours.
    private (string Prefix, long Number)? Counted(string? code)
    {
        if (code?.Split('/') is not [var head, var sequence] || !long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        if (head.Length > 9 && head.StartsWith(city.NationalCatalogPrefix, StringComparison.Ordinal)) head = head[city.NationalCatalogPrefix.Length..];
        return head.Length == 9 ? (head, number) : null;
    }
}
