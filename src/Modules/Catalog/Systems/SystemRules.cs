using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;

namespace Qingdan.Catalog.Systems;

/// <summary>What must hold before a system is saved. Its names are its own within the unit: each must mean one system.</summary>
internal sealed class SystemRules(RegisterAccess access)
{
    public const int MostName = 128, MostText = 500, MostAliases = 20;

    /// <summary>All that hinders saving; <paramref name="id"/> is 0 for a new one.</summary>
    public async Task<List<Fault>> Run(SystemDraft draft, long id, Actor actor, CancellationToken cancel)
    {
        var faults = new List<Fault>();
        if (NameKey.Of(draft.Name).Length == 0) faults.Add(new("catalog.system.name.required", "请填写系统名称。", "name"));
        faults.AddRange(
        [
            .. RegisterText.Faults(draft.Name, "name", "系统名称", MostName), .. RegisterText.Faults(draft.Builder, "builder", "建设和运维单位", MostText),
            .. RegisterText.Faults(draft.Project, "project", "项目编号", MostName), .. RegisterText.Faults(draft.Note, "note", "备注", MostText), .. RegisterText.Faults(draft.Why, "why", "修改原因", MostText),
            .. RegisterText.Lines(draft.Aliases).SelectMany(a => RegisterText.Faults(a, "aliases", "曾用名和别名", MostName)),
        ]);
        if (RegisterText.Lines(draft.Aliases).Count > MostAliases) faults.Add(new("catalog.system.aliases.many", "曾用名和别名最多 {0} 个，请删去不用的。", "aliases", FaultKind.Invalid, MostAliases));
        if (RegisterText.Choice<SystemState>(draft.State) is null) faults.Add(new("catalog.system.state.required", "请选择系统状态。", "state"));
        if (draft.Protection.Length > 0 && RegisterText.Choice<ProtectionLevel>(draft.Protection) is null) faults.Add(new("catalog.system.protection.unknown", "等保级别请从所列的几种中选择。", "protection"));
        if (draft.LaunchedOn.Trim().Length > 0 && TypedDay.Read(draft.LaunchedOn) is null) faults.Add(new("catalog.system.launched.unknown", "上线日期应写成 2026-11-26 的样子。", "launchedOn"));
        if (draft.State == nameof(SystemState.Stopped) && draft.Why.Trim().Length == 0) faults.Add(new("catalog.system.why.required", "停用系统请写明原因和依据。", "why"));
        faults.AddRange(await Taken(draft, id, actor, cancel));
        return faults;
    }

    // What it is called already it may keep: of two merged units both may have brought a system of one name.
    private async Task<List<Fault>> Taken(SystemDraft draft, long id, Actor actor, CancellationToken cancel)
    {
        var all = await (await access.Own<InformationSystem>(actor, cancel)).AsNoTracking().ToListAsync(cancel);
        var (taken, kept) = (new SystemNamesTaken(all.Where(s => s.Id != id)), all.Find(s => s.Id == id)?.Keys.ToHashSet() ?? []);
        return [.. RegisterText.Lines(draft.Aliases).Select(a => (Field: "aliases", Name: a)).Prepend((Field: "name", Name: draft.Name.Trim()))
            .Where(n => !kept.Contains(NameKey.Of(n.Name))).Select(n => taken.By(n.Name) is { } other ? new Fault("catalog.system.name.taken", "名称“{0}”已属于本单位的系统“{1}”。请改用别的名称，或者到那个系统里修改。", n.Field, FaultKind.Invalid, n.Name, other.Name) : null)
            .OfType<Fault>()];
    }

    private sealed class SystemNamesTaken(IEnumerable<InformationSystem> systems)
    {
        private readonly Dictionary<string, InformationSystem> _byKey = systems.SelectMany(s => s.Keys, (s, key) => (s, key)).GroupBy(p => p.key).ToDictionary(g => g.Key, g => g.First().s);

        public InformationSystem? By(string name) => _byKey.GetValueOrDefault(NameKey.Of(name));
    }
}
