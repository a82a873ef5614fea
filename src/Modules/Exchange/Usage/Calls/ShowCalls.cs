using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Exchange.Applications;
using Qingdan.Exchange.Gateway;
using Qingdan.Exchange.Grants;
using Qingdan.Exchange.Log;
using Qingdan.Exchange.Mounts;
using Qingdan.Lists.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Usage.Calls;

/// <summary>Single calls for people: whoever is told a number on the phone finds what became of it. The city's people and the auditor see all, a unit what it made or answered.</summary>
internal sealed class ShowCalls(Store store, FindCalls find, PublishedCatalog catalog, ListsInForce lists, IOrganizationDirectory organizations)
{
    public static readonly Fault NotFound = new("exchange.call.not-found", "没有找到这次调用。刚刚的调用过一两秒再查；编号在返回的 Exchange-Call 里；别的单位的调用不显示。", "number", FaultKind.NotFound);

    private static readonly IReadOnlyList<CallResult> Ends = [CallResult.Answered, CallResult.Refused, CallResult.ProviderFailed, CallResult.Cut, CallResult.CallerLeft];

    /// <summary>At most <paramref name="most"/> calls, the newest first.</summary>
    public async Task<CallsView> Page(CallFilter filter, int most, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var found = await find.Run(filter, Own(actor, units), most + 1, cancel);
        var shown = found.Take(most).ToList();
        return new(Shown.Day(filter.Day), [.. Ends.Select(r => new Option($"{r}", r.Text()))], await Rows(shown, units, cancel), found.Count > most ? $"{new CallPlace(shown[^1].At, shown[^1].Id)}" : null);
    }

    /// <summary>One call by its number.</summary>
    public async Task<Result<CallView>> One(long id, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        if (await find.One(id, Own(actor, units), cancel) is not { } call) return NotFound;
        var names = (await catalog.Of([call.ResourceId], cancel)).SelectMany(r => r.Items).ToDictionary(i => i.Id, i => i.Name);
        var (entry, href) = Entry(call, (await lists.Of([call.ResourceId], cancel)).GetValueOrDefault(call.ResourceId));
        var signed = await store.Set<Checkpoint>().AsNoTracking().Where(c => c.Node == call.Node && c.Sequence >= call.Sequence).OrderBy(c => c.Sequence).Select(c => (DateTimeOffset?)c.At).FirstOrDefaultAsync(cancel);
        return new CallView(
            (await Rows([call], units, cancel))[0], call.Purpose, [.. call.Items.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(i => names.GetValueOrDefault(long.Parse(i, CultureInfo.InvariantCulture), $"#{i}"))],
            entry, href, Hex(call.Request), Hex(call.Answer), $"{call.Node}", call.Sequence, Hex(call.Digest), signed);
    }

    private static long[]? Own(Actor actor, UnitTree units) => actor.Is(Roles.SeeAll) ? null : units.Family(actor.UnitId);

    private static string Hex(byte[]? digest) => digest is null ? "" : Convert.ToHexStringLower(digest);

    // As the lists are now: one that has left them since is named by its number alone.
    private static (string Number, string Href) Entry(CallRecord call, ResourceInForce? standing)
    {
        if (call.EntryId == 0) return ("", "");
        if (standing?.EntryId == call.EntryId) return (standing.Number, $"/lists/responsibilities/{call.EntryId}");
        return standing?.Forbidden.FirstOrDefault(f => f.By.Id == call.EntryId)?.By is { } by ? (by.Number, $"/lists/negatives/{by.Id}") : ($"#{call.EntryId}", "");
    }

    private async Task<IReadOnlyList<CallRow>> Rows(List<CallRecord> calls, UnitTree units, CancellationToken cancel)
    {
        var (applications, grants, resources) = (Of(c => c.ApplicationId), Of(c => c.GrantId), Of(c => c.ResourceId));
        var callers = await store.Set<Application>().AsNoTracking().Where(a => applications.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
        var numbers = await store.Set<Grant>().AsNoTracking().Where(g => grants.Contains(g.Id)).ToDictionaryAsync(g => g.Id, g => g.Number, cancel);
        // A call without a grant still went to a service.
        var names = (await store.Set<Mount>().AsNoTracking().Where(m => resources.Contains(m.ResourceId)).Select(m => new { m.ResourceId, m.Resource }).Distinct().ToListAsync(cancel)).GroupBy(m => m.ResourceId).ToDictionary(m => m.Key, m => m.First().Resource);
        return calls.ConvertAll(c => new CallRow(
            c.Id, c.At, c.ApplicationId, callers.GetValueOrDefault(c.ApplicationId, ""), Unit(c.ConsumerId), Unit(c.ProviderId), c.ResourceId, names.GetValueOrDefault(c.ResourceId, ""), c.GrantId, numbers.GetValueOrDefault(c.GrantId, ""),
            c.Result.Text(), c.Result.Tone(), c.Reason.Length == 0 ? "" : RefusalKind.TextOf(c.Reason), c.Reason, c.Rows, c.Bytes, c.Milliseconds, c.Status));

        List<long> Of(Func<CallRecord, long> what) => [.. calls.Select(what).Distinct()];

        string Unit(long id) => id == 0 ? "" : units.ShortName(id);
    }
}
