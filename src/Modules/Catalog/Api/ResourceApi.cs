using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Resources.Viewing;
using Qingdan.Catalog.Search;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Api;

/// <summary>The catalogue for programs: the same use-cases as the pages.</summary>
internal static class ResourceApi
{
    private static readonly Fault NoIfMatch = new("catalog.resource.if-match", "请在 If-Match 里给出读取时的 ETag，以免覆盖别人的修改。");

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/catalog/resources").WithTags("catalog").RequireAuthorization(p => p.RequireRole(Roles.Business));
        api.MapGet("", List).Produces<ResourceList>().WithMetadata(new QueryNames(["q", "sort", .. CatalogQuery.FacetKeys])).WithSummary("数据目录，带筛选和检索 / resources, filtered and searched");
        api.MapGet("/{id:long}", One).Produces<ResourceDetail>().WithSummary("一个目录及其数据项 / one resource with its items");
        var write = api.MapGroup("").RequireAuthorization(p => p.RequireRole(Roles.Liaison, Roles.UnitHead));
        write.MapPost("", Create).Accepts<ResourceContent>("application/json").Produces<ResourceDetail>(StatusCodes.Status201Created).WithSummary("新建目录草稿 / a new draft");
        write.MapPut("/{id:long}", Update).Accepts<ResourceContent>("application/json").Produces<ResourceDetail>().WithSummary("保存草稿或变更，须带 If-Match / save a draft or a change, with If-Match");
        write.MapDelete("/{id:long}/draft", Drop).Produces<ResourceDetail>().WithSummary("放弃草稿或变更，须带 If-Match / give a draft or a change up, with If-Match");
        write.MapPost("/{id:long}/submission", Submit).Produces<ResourceDetail>().WithSummary("报送目录 / hand in");
        var authority = api.MapGroup("/{id:long}/publication").RequireAuthorization(p => p.RequireRole(Roles.Authority));
        authority.MapPost("", Publish).Produces<ResourceDetail>().WithSummary("通过并发布，或退回，须带 If-Match / publish or return, with If-Match");
        authority.MapDelete("", Withdraw).Produces<ResourceDetail>().WithSummary("下线目录 / withdraw");
    }

    private static async Task<IResult> List(HttpRequest request, ResourceListing listing, Translator t, Actor actor, CancellationToken cancel, string? after = null, int limit = 50, bool facets = false)
    {
        var result = await listing.Read(CatalogQuery.From(request.Query), after, limit, facets, actor, cancel);
        return result.TryGet(out var page) ? TypedResults.Ok(page) : ProblemAnswers.From(result.Faults, t);
    }

    // The tag names the edit: If-None-Match saves the body, If-Match guards the change.
    private static async Task<IResult> One(long id, HttpContext http, ReadResource read, Translator t, Actor actor, CancellationToken cancel)
    {
        var result = await read.Run(id, actor, cancel);
        if (!result.TryGet(out var view)) return ProblemAnswers.From(result.Faults, t);
        if (http.Request.Headers.IfNoneMatch.Contains(Tag(view))) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return Detail(view, http);
    }

    private static async Task<IResult> Create(HttpContext http, SaveResource save, ReadResource read, Translator t, Actor actor, CancellationToken cancel)
    {
        var body = await ContentJson.Read(http.Request, cancel);
        var result = body.TryGet(out var content) ? await save.Create(Stated(content), actor, cancel) : body.As<long>();
        if (!result.TryGet(out var id)) return ProblemAnswers.From(result.Faults, t);
        var view = (await read.Run(id, actor, cancel)).Value;
        http.Response.Headers.ETag = Tag(view);
        return TypedResults.Created($"/api/v1/catalog/resources/{id}", ResourceDetail.Of(view));
    }

    private static async Task<IResult> Update(long id, HttpContext http, SaveResource save, ReadResource read, Translator t, Actor actor, CancellationToken cancel)
    {
        if (Seen(http) is not { } edit) return ProblemAnswers.From([NoIfMatch], t);
        var body = await ContentJson.Read(http.Request, cancel);
        return await Answer(body.TryGet(out var content) ? await save.Update(id, edit, Stated(content), actor, cancel) : body.As<Done>(), id, http, read, t, actor, cancel);
    }

    private static async Task<IResult> Submit(long id, SubmissionBody body, HttpContext http, SubmitResource submit, ReadResource read, Translator t, Actor actor, CancellationToken cancel) =>
        await Answer(await submit.Run(id, body.Assessed, new SignOffInput(true, body.Opinion), actor, cancel), id, http, read, t, actor, cancel);

    private static async Task<IResult> Drop(long id, HttpContext http, DropDraft drop, ReadResource read, Translator t, Actor actor, CancellationToken cancel)
    {
        if (Seen(http) is not { } edit) return ProblemAnswers.From([NoIfMatch], t);
        var result = await drop.Run(id, edit, actor, cancel);
        return await Answer(result.Ok ? new Done() : result.As<Done>(), id, http, read, t, actor, cancel);
    }

    private static async Task<IResult> Publish(long id, PublicationBody body, HttpContext http, ReviewResource review, ReadResource read, Translator t, Actor actor, CancellationToken cancel) =>
        Seen(http) is not { } edit ? ProblemAnswers.From([NoIfMatch], t) : await Answer(await review.Run(id, edit, new SignOffInput(body.Agrees, body.Opinion), actor, cancel), id, http, read, t, actor, cancel);

    private static async Task<IResult> Withdraw(long id, HttpContext http, WithdrawResource withdraw, ReadResource read, Translator t, Actor actor, CancellationToken cancel, string reason = "") =>
        await Answer(await withdraw.Run(id, reason, actor, cancel), id, http, read, t, actor, cancel);

    private static async Task<IResult> Answer(Result<Done> result, long id, HttpContext http, ReadResource read, Translator t, Actor actor, CancellationToken cancel) =>
        !result.Ok ? ProblemAnswers.From(result.Faults, t) : (await read.Run(id, actor, cancel)).TryGet(out var view) ? Detail(view, http) : TypedResults.NoContent();

    private static Ok<ResourceDetail> Detail(ResourceView view, HttpContext http)
    {
        http.Response.Headers.ETag = Tag(view);
        return TypedResults.Ok(ResourceDetail.Of(view));
    }

    /// <summary>The edit the caller read; null when he names none.</summary>
    private static int? Seen(HttpContext http) => int.TryParse(http.Request.Headers.IfMatch.ToString().Trim('"'), out var edit) ? edit : null;

    private static string Tag(ResourceView view) => $"\"{view.Edit}\"";

    // What a person or program of the unit sends is stated, never inferred.
    private static ResourceContent Stated(ResourceContent body) => body with { ShareStated = body.Share is not null };
}
