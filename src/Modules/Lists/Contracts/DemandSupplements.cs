using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Demands;
using Qingdan.Lists.Demands.Files;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Lists.Contracts;

/// <summary>补正材料: files that are added to a listed demand because its provider asked for them (政务数据共享条例 21 II). Who may add them now, the caller has asked.</summary>
public sealed class DemandSupplements
{
    /// <summary>What the browser offers first.</summary>
    public const string Endings = FileRules.Endings;

    private readonly Store _store;
    private readonly AttachFiles _attach;

    internal DemandSupplements(Store store, AttachFiles attach) => (_store, _attach) = (store, attach);

    /// <summary>What hinders taking the files; their field is <c>files</c>.</summary>
    public Task<List<Fault>> Check(long id, IFormFileCollection files, Actor actor, CancellationToken cancel) => _attach.Check(id, FileEndpoints.Sent(files), actor, cancel, supplement: true);

    /// <summary>Adds them within the caller's transaction; the caller saves.</summary>
    public async Task<Result<Done>> Add(long id, IFormFileCollection files, Actor actor, CancellationToken cancel) =>
        await _attach.Add(await _store.Set<Demand>().SingleAsync(d => d.Id == id, cancel), DemandFileKind.Supplement, FileEndpoints.Sent(files), actor, cancel);
}
