using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.App.Audit;

/// <summary>The audit log for those who look after others: the auditor and the authority. Nobody changes it.</summary>
internal static class AuditEndpoints
{
    private const int MostExported = 1_000_000;
    private static readonly string[] Readers = [Roles.Auditor, Roles.Authority];
    private static readonly Fault TooMany = new("audit.export.too-many", "超过 {0} 条。请先按日期筛选，分几次导出。", null, FaultKind.TooLarge, MostExported);
    private static readonly Fault NotFound = new("audit.not-found", "没有这条审计记录。", null, FaultKind.NotFound);

    public static IServiceCollection AddAuditPages(this IServiceCollection services) => services
        .AddSingleton<AuditFields>().AddScoped<SearchAudit>().AddAuditActions(typeof(AppAudit)).AddNav(Menu.System, "审计", "/audit", "journal-check", Readers);

    public static void MapAudit(this IEndpointRouteBuilder routes)
    {
        var audit = routes.MapGroup("/audit").RequireAuthorization(policy => policy.RequireRole(Readers));
        audit.MapGet("", async (HttpContext http, SearchAudit search, CancellationToken cancel) => Pages.Ok<AuditPage>(new { View = await search.Page(AuditFilter.Of(new QueryState(http)), cancel) }));
        audit.MapGet("/{id:long}", Show);
        audit.MapGet("/export.csv", Export);
    }

    private static async Task<IResult> Show(long id, SearchAudit search, CancellationToken cancel) =>
        await search.One(id, cancel) is { } view ? Pages.Ok<AuditEventPage>(new { View = view }) : Pages.Problem([NotFound]);

    private static async Task<IResult> Export(HttpContext http, SearchAudit search, AuditLog log, Store store, Translator t, TimeProvider clock, Actor actor, CancellationToken cancel)
    {
        var filter = AuditFilter.Of(new QueryState(http)) with { Before = null };
        if (await search.Exceeds(filter, MostExported, cancel)) return Pages.Problem([TooMany]);
        log.Add(actor, AppAudit.Exported, new Subject("platform.audit", 0), after: new { Filter = http.Request.QueryString.Value });
        await store.SaveChangesAsync(cancel);
        string[] heads = ["时间", "操作人员", "所属单位", "操作", "对象种类", "对象编号", "对象", "理由", "变更前", "变更后", "封存号", "摘要值"];
        var spec = new SheetSpec(t["审计"], [.. heads.Select(head => new ColumnSpec(t[head]))]);
        return Results.Stream(
            stream => SheetWriter.Write(TableFormat.Csv, stream, spec, Rows(search, filter, t, cancel), cancel),
            SheetWriter.MediaType(TableFormat.Csv), $"{t["审计"]}-{Shown.Day(clock.Today())}.csv");
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Rows(
        SearchAudit search, AuditFilter filter, Translator t, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var e in search.All(filter, cancel))
            yield return [Shown.Instant(e.At), e.ActorName, e.UnitName, t[search.ActionName(e.Action)], e.SubjectKind, $"{e.SubjectId}", e.SubjectName, e.Why, e.Before, e.After, e.Seal, e.Digest];
    }
}

/// <summary>What can happen to the log itself.</summary>
internal static class AppAudit
{
    public static readonly AuditAction Exported = new("platform.audit.exported", "导出审计记录");
}
