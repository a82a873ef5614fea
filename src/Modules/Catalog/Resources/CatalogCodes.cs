using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;

namespace Qingdan.Catalog.Resources;

/// <summary>
/// Gives both codes. Shanghai: the provider's 9-character organization code "/" 6 digits (form found in use, its prefix passes GB 11714).
/// National: 类(3 部门) 项(07 省级) 目 and the organization code as 细目 "/" the same 6 digits; the 目 is a setting of the city.
/// </summary>
internal sealed class CatalogCodes(Store store, IOrganizationDirectory organizations)
{
    // 307 = 部门·省级; 009 is Shanghai's usual place among the provinces (from memory, not read in a source).
    private const string NationalPrefix = "307009";

    /// <summary>Keeps the count beyond a number that was given elsewhere.</summary>
    public Task Reserve(string prefix, long number, CancellationToken cancel) => store.Execute(
        "INSERT INTO catalog_code_counters (prefix, last) VALUES (@prefix, @number) ON CONFLICT (prefix) DO UPDATE SET last = CASE WHEN catalog_code_counters.last < @number THEN @number ELSE catalog_code_counters.last END",
        cancel, ("prefix", prefix), ("number", number));

    /// <summary>The next <paramref name="count"/> pairs of a provider, or none when it has no organization code yet.</summary>
    public async Task<IReadOnlyList<(string Shanghai, string National)>> Next(long providerId, int count, CancellationToken cancel)
    {
        if ((await organizations.Tree(cancel)).Find(providerId)?.Code is not { Length: 9 } code) return [];
        var last = (await store.Query(
            "INSERT INTO catalog_code_counters (prefix, last) VALUES (@prefix, @count) ON CONFLICT (prefix) DO UPDATE SET last = catalog_code_counters.last + @count RETURNING last",
            reader => reader.GetInt64(0), cancel, ("prefix", code), ("count", (long)count)))[0];
        return [.. Enumerable.Range(0, count).Select(i => last - count + 1 + i).Select(n => ($"{code}/{n:000000}", $"{NationalPrefix}{code}/{n:000000}"))];
    }
}
