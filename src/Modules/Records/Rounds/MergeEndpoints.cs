using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Records.Rounds.Board;
using Qingdan.Records.Rounds.Merging;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Rounds;

/// <summary>Many units' workbooks in, one city-wide workbook out, and the closing report.</summary>
internal static class MergeEndpoints
{
    public static void Map(RouteGroupBuilder read)
    {
        read.MapGet("/{id:long}/merge", Merge).RequireAuthorization(p => p.RequireRole(Roles.SeeAll));
        read.MapGet("/{id:long}/closing", Closing).RequireAuthorization(p => p.RequireRole(Roles.SeeAll));
    }

    /// <summary>Takes workbooks of many units, alone or packed.</summary>
    public static async Task<IResult> Collect(long id, IFormFileCollection files, CollectReturns collect, ReadBoard read, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if (files.Count == 0) return await RoundEndpoints.ShowBoard(id, read, http, null, [RoundFaults.NoFile], actor, cancel);
        var result = await collect.Run(id, [.. files.Select(f => (f.FileName, (Func<Stream>)f.OpenReadStream))], actor, cancel);
        return result.TryGet(out var taken) ? Pages.Ok<CollectedPage>(new { RoundId = id, Rows = taken }) : await RoundEndpoints.ShowBoard(id, read, http, null, result.Faults, actor, cancel);
    }

    private static async Task<IResult> Merge(long id, MergeRound merge, Actor actor, CancellationToken cancel)
    {
        var result = await merge.Book(id, actor, cancel);
        return result.TryGet(out var book) ? WorkbookAnswer.Of(book.Name, book.Content) : Pages.Problem(result.Faults);
    }

    private static async Task<IResult> Closing(long id, ReadClosing read, Actor actor, CancellationToken cancel) =>
        await read.Run(id, cancel) is { } view ? Pages.Ok<ClosingPage>(new { View = view }) : Pages.Problem([RoundFaults.NotFound]);
}
