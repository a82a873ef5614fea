using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Resources;
using Qingdan.Lists.Findings;
using Qingdan.Lists.Generation;
using Qingdan.Lists.Responsibilities;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Database;
using Qingdan.Records.Findings;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Codes;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>A small city for tests of the lists: units, and a published catalogue put straight into the store.</summary>
internal static class ListsWorld
{
    /// <summary>A unit with an organization code made from the body, or without one.</summary>
    public static async Task<long> Unit(this TestServices services, string name, string? body = null) =>
        (await services.With<CreateOrganization, Result<long>>(c => c.Run(
            new OrganizationDraft { Name = name, ShortName = name, Kind = nameof(OrganizationKind.CityDepartment), Code = body is null ? "" : OrganizationCode.Of(body).Value }, Actor.System, default))).Value;

    /// <summary>A published resource with items; an item is its name and, after a slash, its own share property.</summary>
    public static async Task<Resource> Publish(this TestServices services, long provider, string name, ShareProperty? share, bool stated = true, params string[] items)
    {
        await using var scope = services.Scope();
        var (store, ids) = (scope.ServiceProvider.GetRequiredService<Store>(), scope.ServiceProvider.GetRequiredService<IdSource>());
        var resource = new Resource
        {
            Id = ids.Next(), Name = name, NameKey = NameKey.Of(name), ProviderId = provider, Share = share, ShareStated = stated, ShareWays = "服务接口", Formats = "关系型数据库", DataLevel = "一般数据", SystemName = "业务系统",
            Frequency = UpdateFrequency.Daily, ShareCondition = share == ShareProperty.Conditional ? "限行政审批" : "", State = ResourceState.Published, Version = 1, Revision = ids.Next(),
        };
        store.Add(resource);
        for (var i = 0; i < items.Length; i++)
        {
            var parts = items[i].Split('/');
            store.Add(new Item { Id = ids.Next(), ResourceId = resource.Id, Place = i + 1, Name = parts[0], Share = parts.Length > 1 ? Enum.Parse<ShareProperty>(parts[1]) : null });
        }
        await store.SaveChangesAsync();
        return resource;
    }

    /// <summary>Changes a published resource in place.</summary>
    public static Task Change(this TestServices services, long id, Action<Resource> change) => services.With<Store>(async store =>
    {
        var resource = await store.Set<Resource>().SingleAsync(r => r.Id == id);
        change(resource);
        resource.Version++;
        await store.SaveChangesAsync();
    });

    /// <summary>Runs the generation.</summary>
    public static async Task<GenerationRun> Generate(this TestServices services, long provider = 0) =>
        (await services.With<RunGeneration, Result<GenerationRun>>(g => g.Run(provider, Actor.System, _ => Task.CompletedTask, default))).Value;

    /// <summary>The rows that any list shows.</summary>
    public static Task<List<Entry>> Entries(this TestServices services) => services.With<Store, List<Entry>>(s => s.Set<Entry>().AsNoTracking().Where(e => e.State != EntryState.Dropped).OrderBy(e => e.Id).ToListAsync());

    public static Task<List<EntryChange>> Changes(this TestServices services) => services.With<Store, List<EntryChange>>(s => s.Set<EntryChange>().AsNoTracking().OrderBy(e => e.Id).ToListAsync());

    public static Task<List<Finding>> Findings(this TestServices services) => services.With<Store, List<Finding>>(s => s.Set<Finding>().AsNoTracking().Where(f => f.Source == ListFindings.Source).OrderBy(e => e.Id).ToListAsync());

    /// <summary>All candidates.</summary>
    public static readonly EntryFilter Candidates = new(EntryState.Candidate, []);

    /// <summary>These candidates.</summary>
    public static EntryChoice These(params long[] ids) => new(ids, Candidates);

    public static Task<Result<Decided>> Confirm(this TestServices services, EntryChoice choice, Actor actor) => services.With<ConfirmCandidates, Result<Decided>>(c => c.Run(choice, actor, default));

    public static Task<Result<Decided>> Reject(this TestServices services, EntryChoice choice, string why, Actor actor) => services.With<RejectCandidates, Result<Decided>>(c => c.Run(choice, why, actor, default));

    public static Task<Result<long>> Undo(this TestServices services, long decision, Actor actor) => services.With<UndoDecision, Result<long>>(u => u.Run(decision, actor, default));

    /// <summary>Confirms all open changes.</summary>
    public static Task<Result<Decided>> ConfirmChanges(this TestServices services, Actor? actor = null) => services.With<DecideChanges, Result<Decided>>(d => d.Confirm(null, actor ?? Centre, default));

    /// <summary>Items of a row, in order.</summary>
    public static Task<List<EntryItem>> EntryItems(this TestServices services, long entry) =>
        services.With<Store, List<EntryItem>>(s => s.Set<EntryItem>().AsNoTracking().Where(i => i.EntryId == entry).OrderBy(i => i.Place).ToListAsync());

    /// <summary>A row in force that was generated from the catalogue and confirmed.</summary>
    public static async Task<(long Unit, long Resource)> InForce(this TestServices services, params string[] items)
    {
        var unit = await services.Unit("示例市经济局", "00999011");
        var resource = await services.Publish(unit, "企业登记", ShareProperty.Unconditional, true, items.Length > 0 ? items : ["名称"]);
        await services.Generate();
        await services.Confirm(new EntryChoice(null, Candidates), Centre);
        return (unit, resource.Id);
    }

    /// <summary>A liaison of the unit.</summary>
    public static Actor Liaison(long unit) => new(11, "联络员", unit, "单位", new HashSet<string> { Roles.Liaison });

    /// <summary>Somebody at the data centre.</summary>
    public static Actor Centre { get; } = new(12, "数据中心", 1, "大数据中心", new HashSet<string> { Roles.DataCentre });
}
