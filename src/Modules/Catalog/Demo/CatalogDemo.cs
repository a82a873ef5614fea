using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Search;
using Qingdan.Catalog.Versions;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Time;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Demo;

/// <summary>
/// 示例市's catalogue: 400 resources with about 5,000 items. Most are written as an import would leave them, faults included;
/// some then get a further version or are under change, by the use-cases.
/// </summary>
internal sealed class CatalogDemo(
    Store store, IdSource ids, TimeProvider clock, AuditLog audit, CatalogCodes codes, SearchWriter search, IOrganizationDirectory organizations,
    ResourceRules rules, SaveResource save, SubmitResource submit, ReviewResource review) : IDemoPart
{
    private const int Batch = 50;

    public int Order => 20;

    public async Task Load(TextWriter output, CancellationToken cancel)
    {
        var units = (await organizations.Tree(cancel)).All.Where(u => u.State == OrganizationState.Active).ToList();
        var (resources, items) = (0, 0);
        var published = new List<(long Id, Unit Provider)>();
        foreach (var chunk in new DemoResources(DemoTopics.Load(), clock.Today()).All(units).Chunk(Batch))
        {
            await using var transaction = await store.Database.BeginTransactionAsync(cancel);
            foreach (var demo in chunk)
            {
                var row = await Add(demo, resources++, cancel);
                items += demo.Content.Items.Count;
                if (row.State == ResourceState.Published && rules.ForSubmission(demo.Content).Count == 0) published.Add((row.Id, demo.Provider));
            }
            await store.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            store.ChangeTracker.Clear();
        }
        for (var n = 0; n < published.Count; n += 12) await Change(published[n].Id, published[n].Provider, n / 12, cancel);
        await output.WriteLineAsync($"目录 resources: {resources}，数据项 items: {items}");
    }

    private async Task<Resource> Add(DemoResource demo, int n, CancellationToken cancel)
    {
        var at = clock.GetUtcNow().AddHours(-7 * (DemoResources.Count - n));
        var row = new Resource { Id = ids.Next(), Name = "", NameKey = "", ProviderId = demo.Provider.Id, State = demo.State, CreatedAt = at, Edit = 1, Revision = ids.Next(), ChangedAt = at };
        row.Fill(demo.Content);
        if (demo.State is ResourceState.Published or ResourceState.Withdrawn)
        {
            row.Version = 1;
            await codes.Give([row], cancel);
        }
        store.Add(row);
        store.AddRange(demo.Content.Items.Select((item, i) => item.Row(ids.Next(), row.Id, i + 1)));
        // One in four came in before consents were kept here.
        if (row.Version > 0 && n % 4 != 3) audit.Add(Actor.System, CatalogAudit.Submitted, CatalogAudit.Of(row), after: new { row.State, Assessed = true }, why: "示例数据");
        audit.Add(Actor.System, CatalogAudit.Saved, CatalogAudit.Of(row), after: new { row.State, row.Code }, why: "示例数据");
        await search.Write(row, demo.Content, cancel);
        return row;
    }

    /// <summary>A change by the unit: one in four is still with it, one waits for review, one is in force, one was sent back.</summary>
    private async Task Change(long id, Unit provider, int n, CancellationToken cancel)
    {
        var liaison = new Actor(0, "李示例", provider.Id, provider.ShortName, new HashSet<string> { Roles.Liaison });
        var head = new Actor(0, "王示例", provider.Id, provider.ShortName, new HashSet<string> { Roles.UnitHead });
        var authority = new Actor(0, "赵示例", 0, "市数据局", new HashSet<string> { Roles.Authority });
        var row = await store.Set<Resource>().AsNoTracking().SingleAsync(r => r.Id == id, cancel);
        var now = row.Content(await store.Set<Items.Item>().AsNoTracking().Where(i => i.ResourceId == id).ToListAsync(cancel));
        var changed = now with
        {
            Frequency = now.Frequency == UpdateFrequency.Monthly ? UpdateFrequency.Daily : UpdateFrequency.Monthly,
            Summary = $"{now.Summary}更新频率按实际调整。",
            Items = [.. now.Items.Skip(1), new ItemContent { Name = "数据来源单位", FieldName = "source_unit", DataType = "字符串型", Length = 100 }],
        };
        await Must(save.Update(id, row.Edit, changed, liaison, cancel));
        if (n % 4 == 0) return;
        await Must(submit.Run(id, assessed: true, new SignOffInput(true, "同意报送"), head, cancel));
        if (n % 4 == 1) return;
        var edit = (await store.Set<Resource>().AsNoTracking().SingleAsync(r => r.Id == id, cancel)).Edit;
        await Must(review.Run(id, edit, new SignOffInput(n % 4 == 2, n % 4 == 2 ? "要素齐全，同意发布" : "请补充新增数据项的说明"), authority, cancel));
    }

    private async Task Must(Task<Platform.Results.Result<Platform.Results.Done>> step)
    {
        _ = (await step).Value;
        store.ChangeTracker.Clear();
    }
}
