using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Contracts;
using Qingdan.Exchange.Applications;
using Qingdan.Exchange.Grants;
using Qingdan.Exchange.Mounts;
using Qingdan.Exchange.Mounts.Upstream;
using Qingdan.Exchange.Projection.Masking;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Standards.Contracts;

namespace Qingdan.Tests.Support;

/// <summary>What a call needs in the demo city: a provider's API behind one of its resources, an application of another unit that may call, and a grant of the first items.</summary>
internal sealed class GatewayGround(Func<AsyncServiceScope> scope, TimeProvider clock)
{
    private static readonly Actor Centre = TestPerson.Of("赵强", "市大数据中心", Roles.DataCentre);

    public PublishedResource Resource { get; set; } = null!;
    public long ConsumerUnit { get; set; }
    public long ApplicationId { get; private set; }
    public string ClientId { get; private set; } = "";
    public string Secret { get; private set; } = "";
    public long MountId { get; private set; }
    public long GrantId { get; private set; }

    /// <summary>A person of the unit that calls.</summary>
    public Actor Consumer => new(7, "王敏", ConsumerUnit, "使用单位", new HashSet<string> { Roles.Liaison, Roles.UnitHead });

    /// <summary>Lays all of it: items one and two are granted plain, at <c>a</c> and <c>b</c>, the second masked; the third sits at <c>c.d</c>.</summary>
    public async Task Lay(string provider)
    {
        await Choose();
        await Admit();
        await Mount(provider, [.. Resource.Items.Take(3).Select(i => i.Id)]);
        await Grant();
    }

    /// <summary>Has the application of the unit that calls, whichever it is, and a new secret of it.</summary>
    public async Task TakeApplication()
    {
        var application = await With<Store, Application>(s => s.Set<Application>().AsNoTracking().SingleAsync(a => a.UnitId == ConsumerUnit));
        (ApplicationId, ClientId) = (application.Id, application.ClientId);
        Secret = await With<RotateSecret, string>(async r => (await r.Run(application.Id, application.Edit, false, Consumer, default)).Value);
    }

    /// <summary>Mounts items of the resource at this provider.</summary>
    public Task Mount(string provider, long[] itemIds) => With<Store, int>(async store =>
    {
        await using var services = scope();
        var (ids, secrets) = (services.ServiceProvider.GetRequiredService<IdSource>(), services.ServiceProvider.GetRequiredService<MountSecrets>());
        MountId = ids.Next();
        var mount = new Mount
        {
            Id = MountId, ResourceId = Resource.Id, Resource = Resource.Name, ProviderId = Resource.ProviderId, Name = "示例服务", Method = MountMethod.Get, Address = provider, Path = "/v1/rows", RowsPath = "$.data.list[*]",
            Credential = CredentialKind.Header, CredentialName = "X-Api-Key", Secret = secrets.Close(MountId, "upstream-secret"), State = MountState.Mounted, CreatedAt = clock.GetUtcNow(),
        };
        mount.Touch(ids, clock);
        store.Add(mount);
        string[] paths = ["a", "b", "c.d"];
        store.AddRange(itemIds.Select((item, i) => new MountItem { Id = ids.Next(), MountId = MountId, ItemId = item, Path = i < paths.Length ? paths[i] : $"more{i}", Mask = i == 1 ? MaskKind.IdNumber : MaskKind.None }));
        store.Add(new MountParameter { Id = ids.Next(), MountId = MountId, Place = 1, Name = "name", Passed = true, ItemId = itemIds[0] });
        store.Add(new MountParameter { Id = ids.Next(), MountId = MountId, Place = 2, Name = "secret", Passed = true, ItemId = itemIds[^1] });
        store.Add(new MountParameter { Id = ids.Next(), MountId = MountId, Place = 3, Name = "version", Value = "2" });
        store.Add(new MountParameter { Id = ids.Next(), MountId = MountId, Place = 4, Name = "sort", Passed = true, Allowed = "a\n-a" });
        store.Add(new AllowedHost { Id = ids.Next(), Host = "127.0.0.1", Why = "测试", Person = "测试", At = clock.GetUtcNow() });
        return await store.SaveChangesAsync();
    });

    /// <summary>Changes the grant, as those do who may.</summary>
    public Task Change(Action<Grant> change) => With<Store, int>(async store =>
    {
        await using var services = scope();
        var grant = await store.Set<Grant>().SingleAsync(g => g.Id == GrantId);
        change(grant);
        grant.Touch(services.ServiceProvider.GetRequiredService<IdSource>(), clock);
        return await store.SaveChangesAsync();
    });

    /// <summary>Uses a service of the program.</summary>
    public async Task<T> With<TService, T>(Func<TService, Task<T>> use) where TService : notnull
    {
        await using var services = scope();
        return await use(services.ServiceProvider.GetRequiredService<TService>());
    }

    // A resource with three items, in force in the responsibility list and in no other; some other unit uses it.
    private async Task Choose()
    {
        var entries = await With<Store, List<(long ResourceId, long ProviderId)>>(s => s.Query("SELECT resource_id, provider_id FROM lists_entries WHERE state = 'InForce' AND resource_id <> 0 ORDER BY id", r => (r.GetInt64(0), r.GetInt64(1)), default));
        var resources = await With<PublishedCatalog, IReadOnlyList<PublishedResource>>(c => c.Of([.. entries.Select(e => e.ResourceId)], default));
        Resource = resources.First(r => r.Items.Count >= 3);
        ConsumerUnit = entries.Select(e => e.ProviderId).First(p => p != Resource.ProviderId);
    }

    private async Task Admit()
    {
        ApplicationId = (await With<AskForAccess, long>(async a => (await a.Run(new ApplicationInput("综合受理平台", "办理一件事", "127.0.0.1\n::1"), Consumer, default)).Value));
        await With<DecideAccess, bool>(async d => (await d.Run(ApplicationId, 1, true, "", Centre, default)).Ok);
        Secret = await With<RotateSecret, string>(async r => (await r.Run(ApplicationId, 2, false, Consumer, default)).Value);
        ClientId = (await With<Store, Application>(s => s.Set<Application>().AsNoTracking().SingleAsync(a => a.Id == ApplicationId))).ClientId;
    }

    private Task<int> Grant() => With<Store, int>(async store =>
    {
        await using var services = scope();
        var ids = services.ServiceProvider.GetRequiredService<IdSource>();
        GrantId = ids.Next();
        var grant = new Grant
        {
            Id = GrantId, Number = $"SQ-{GrantId}", CaseId = GrantId, UnitId = ConsumerUnit, ProviderId = Resource.ProviderId, ResourceId = Resource.Id, Resource = Resource.Name, ApplicationId = ApplicationId, Purpose = "办理一件事",
            Items = GrantedSet.Text(Resource.Items.Take(2).Select(i => new GrantedEntry(i.Id, Disclosure.Plain))), StartsOn = new DateOnly(2026, 1, 1), GrantedAt = clock.GetUtcNow(),
        };
        grant.Touch(ids, clock);
        store.Add(grant);
        return await store.SaveChangesAsync();
    });
}
