using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Reporting;

/// <summary>An accepted report of the 数据目录: each row is written over what is known of its resource; details of its items stay.</summary>
internal sealed class TakeReportedResources(Store store, SaveResource save, WriteReported write, DeclaredElements declared)
{
    /// <summary>Takes all rows inside the caller's transaction; the faults of those that cannot be.</summary>
    public async Task<IReadOnlyList<Fault>> Run(AcceptedReport report, Actor actor, CancellationToken cancel)
    {
        var asked = report.Rows.Where(r => r.Stored is not null).Select(r => r.Stored!.Id).ToList();
        var rows = await store.Set<Resource>().Where(r => asked.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancel);
        var faults = new List<Fault>();
        foreach (var said in report.Rows)
        {
            var row = said.Stored is null ? null : rows[said.Stored.Id];
            var content = Content(said, row is null ? new ResourceContent() : await save.Current(row, cancel));
            if (await write.Run(row, content, report, actor, cancel) is { } fault) faults.Add(fault);
        }
        return faults;
    }

    private ResourceContent Content(ReportedRow said, ResourceContent now) => now with
    {
        Name = said["name"], Summary = said["summary"], Theme = said["theme"], SystemName = said["systemName"], Duty = said["duty"], Formats = said["formats"], Frequency = Of(said, "frequency", Domains.UpdateFrequencies),
        Share = Of(said, "share", Domains.ShareProperties), ShareStated = said["share"].Length > 0 && (now.ShareStated || said.Change == ReportChange.Added || said.Differs("share")), ShareCondition = said["shareCondition"], ShareReason = said["shareReason"],
        ShareWays = said["shareWays"], OpenType = Of(said, "openType", Domains.OpenTypes), DataLevel = said["dataLevel"], DataUpdatedOn = TypedDay.Read(said["dataUpdatedOn"]),
        Elements = now.Elements.Where(e => !declared.Keys.Contains(e.Key)).Concat(declared.Keys.Where(k => said[k].Length > 0).Select(k => KeyValuePair.Create(k, said[k]))).ToDictionary(),
        Items = said.Differs("items") ? [.. ValueDomain.Split(said["items"]).Distinct().Select(name => now.Items.FirstOrDefault(i => i.Name == name) ?? new ItemContent { Name = name })] : now.Items,
    };

    private static T? Of<T>(ReportedRow said, string key, ValueDomain<T> domain) where T : struct, Enum => domain.Read(said[key]).Value;
}
