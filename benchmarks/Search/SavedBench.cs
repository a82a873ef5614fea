using Qingdan.Catalog.Meanings;
using Qingdan.Catalog.Quality;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Search;
using Qingdan.Catalog.Similar;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;

namespace Qingdan.Bench.Search;

/// <summary>One resource written anew, handed in and published, until index, facets and findings are right again: at a million beside ten thousand.</summary>
internal static class SavedBench
{
    private const int Pairs = 40;

    /// <summary>Both in turn.</summary>
    public static async Task<Ratio> Run(Engine engine, TestServices large, TestServices small, RealCatalog catalog)
    {
        var (high, low) = (0, 0);
        return await Ratio.Measure("one resource published anew until index, facets and findings are right; floor: the same at 10,000", $"{engine}", Pairs, 2,
            () => Publish(large, catalog, 100 + ++high), () => Publish(small, catalog, 100 + ++low));
    }

    private static async Task Publish(TestServices services, RealCatalog catalog, long number)
    {
        var unit = (await services.With<Store, List<long>>(s => s.Query("SELECT provider_id FROM catalog_resources WHERE id = @id", r => r.GetInt64(0), default, ("id", number))))[0];
        var actor = new Actor(2, "负责人", unit, "", new HashSet<string> { Roles.Liaison, Roles.UnitHead, Roles.Authority });
        var consent = new SignOffInput(true, "");
        Check(await services.With<SaveResource, Result<Done>>(s => s.Update(number, 1, catalog.Of((int)number) with { Summary = $"第 {number} 次改写" }, actor, default)));
        Check(await services.With<SubmitResource, Result<Done>>(s => s.Run(number, true, consent, actor, default)));
        var edit = (await services.With<Store, List<int>>(s => s.Query("SELECT edit FROM catalog_resources WHERE id = @id", r => r.GetInt32(0), default, ("id", number))))[0];
        Check(await services.With<ReviewResource, Result<Done>>(s => s.Run(number, edit, consent, actor, default)));
        await services.With<CheckResources>(c => c.Run(_ => Task.CompletedTask, default));
        await services.With<CompareResources>(c => c.Run(null, default));
        await services.With<GatherMeanings>(c => c.Run(null, default));
        await services.With<BrowseCatalog, CatalogPage>(b => b.Page(new CatalogQuery { Sort = "name" }, actor, default));
    }

    private static void Check(Result<Done> result)
    {
        if (!result.Ok) throw new InvalidOperationException($"Refused: {string.Join(", ", result.Faults.Select(f => f.Code))}.");
    }
}
