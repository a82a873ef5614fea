using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Catalog.Items.Prose;
using Qingdan.Catalog.Similar;
using Qingdan.Catalog.Systems;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;

namespace Qingdan.Catalog.Resources.Viewing;

/// <summary>The page of a resource and the difference of two versions.</summary>
internal static class ViewEndpoints
{
    public static void Map(RouteGroupBuilder catalog)
    {
        catalog.MapGet("/{id:long}", View);
        catalog.MapGet("/{id:long}/versions/{range}", Difference);
    }

    /// <summary>Chinese names of the audit actions.</summary>
    public static IReadOnlyDictionary<string, string> Names(IEnumerable<AuditAction> actions) => actions.ToDictionary(a => a.Code, a => a.Text);

    private static async Task<IResult> View(long id, ReadResource read, ReadSystem systems, FindProposed proposed, FindSimilar similar, DeclaredElements declared, IEnumerable<AuditAction> actions, Actor actor, CancellationToken cancel) =>
        (await read.WithHistory(id, actor, cancel)).TryGet(out var view)
            ? Pages.Ok<ResourcePage>(new
            {
                View = view, Layers = await systems.Of(id, view.ProviderId, view.Content.SystemName, actor, cancel), Similar = await similar.Beside(id, actor, cancel),
                Declared = declared.Filled(view.Content.Elements), Proposed = await proposed.Of(view, cancel), ActionNames = Names(actions),
            })
            : Pages.Problem([CatalogFaults.NotFound]);

    // 1..2, or 2..next for the version in the making.
    private static async Task<IResult> Difference(long id, string range, ReadResource read, Translator t, Actor actor, CancellationToken cancel)
    {
        if (!(await read.Run(id, actor, cancel)).TryGet(out var view) || range.Split("..") is not [var from, var to]) return Pages.Problem([CatalogFaults.NotFound]);
        var before = int.TryParse(from, out var a) ? await read.Version(view, a, cancel) : null;
        var after = to == "next" ? view.Next : int.TryParse(to, out var b) ? await read.Version(view, b, cancel) : null;
        if (before is null || after is null) return Pages.Problem([CatalogFaults.NotFound]);
        return Pages.Ok<DifferencePage>(new
        {
            View = view, Lines = (IReadOnlyList<DifferenceLine>)ContentDifference.Between(before, after), Before = t["第 {0} 版", a], After = to == "next" ? t["准备中的下一版"] : t["第 {0} 版", int.Parse(to, null)],
        });
    }
}
