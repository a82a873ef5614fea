using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Directory;
using Qingdan.Organizations.Naming;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts.Codes;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Organizations.Units;

/// <summary>Understands a draft and finds everything that hinders saving it.</summary>
internal sealed class DraftCheck(Store store, DirectoryCache cache)
{
    public const int LongestName = 100, MostAliases = 20;

    /// <param name="draft">As typed.</param>
    /// <param name="id">The unit it is for; null for a new one.</param>
    /// <param name="cancel">Ends the look.</param>
    public async Task<Result<OrganizationFacts>> Run(OrganizationDraft draft, long? id, CancellationToken cancel)
    {
        var faults = new List<Fault>();
        var tree = await cache.Tree(cancel);
        var (uscc, code) = Codes(draft, faults);
        if (!Enum.TryParse<OrganizationKind>(draft.Kind, out var kind) || !Enum.IsDefined(kind)) faults.Add(new Fault("organizations.kind.required", "请选择单位类别。", "kind"));
        if (!Enum.TryParse<OrganizationLevel>(draft.Level, out var level) || !Enum.IsDefined(level)) faults.Add(new Fault("organizations.level.required", "请选择层级。", "level"));
        var facts = new OrganizationFacts(
            draft.Name.Trim(), draft.ShortName.Trim(), kind, level, draft.District.Trim(), Parent(draft.Parent.Trim(), id, tree, faults), uscc, code,
            [.. draft.Aliases.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).DistinctBy(NameKey.Of)]);
        Shape(facts, faults);
        if (draft.Document.Length > LongestName) faults.Add(TooLong("document"));
        await Taken(facts, id, tree, faults, cancel);
        return faults.Count > 0 ? faults : facts;
    }

    private static long? Parent(string text, long? id, UnitTree tree, List<Fault> faults)
    {
        if (text.Length == 0) return null;
        var parent = tree.Resolve(text);
        if (parent is null) faults.Add(new Fault("organizations.parent.unknown", "没有找到单位“{0}”。请填写它的全称、简称或代码。", "parent", FaultKind.Invalid, text));
        else if (id is { } own && tree.Below(own).Any(u => u.Id == parent)) faults.Add(new Fault("organizations.parent.below", "上级单位不能是本单位或本单位的下级。请另选一个。", "parent"));
        return parent;
    }

    private static void Shape(OrganizationFacts facts, List<Fault> faults)
    {
        if (facts.Name.Length == 0) faults.Add(new Fault("organizations.name.required", "请填写单位全称。", "name"));
        if (facts.Name.Length > LongestName) faults.Add(TooLong("name"));
        if (facts.ShortName.Length > LongestName) faults.Add(TooLong("shortName"));
        if (facts.District.Length > LongestName) faults.Add(TooLong("district"));
        if (facts.Aliases.Any(a => a.Length > LongestName)) faults.Add(TooLong("aliases"));
        if (facts.Aliases.Count > MostAliases) faults.Add(new Fault("organizations.aliases.many", "别名最多 {0} 个。请删去不用的。", "aliases", FaultKind.Invalid, MostAliases));
        var local = facts.Level is OrganizationLevel.District or OrganizationLevel.Street;
        if (local && facts.District.Length == 0) faults.Add(new Fault("organizations.district.required", "区和街镇的单位请写明所属区。", "district"));
        if (!local && facts.District.Length > 0) faults.Add(new Fault("organizations.district.unexpected", "市级和国家的单位没有所属区。请清空所属区，或者改选层级。", "district"));
    }

    // The organization code is characters 9 to 17 of the unified social credit code, so one follows from the other.
    private static (string? Uscc, string? Code) Codes(OrganizationDraft draft, List<Fault> faults)
    {
        string? uscc = null, code = null;
        if (draft.Uscc.Trim().Length > 0)
        {
            var parsed = UnifiedSocialCreditCode.Parse(draft.Uscc, "uscc");
            faults.AddRange(parsed.Faults);
            if (parsed.TryGet(out var value)) (uscc, code) = (value.Value, value.Organization?.Value);
        }
        if (draft.Code.Trim().Length == 0) return (uscc, code);
        var own = OrganizationCode.Parse(draft.Code, "code");
        faults.AddRange(own.Faults);
        if (!own.TryGet(out var written)) return (uscc, code);
        if (code is not null && code != written.Value)
            faults.Add(new Fault("organizations.code.differs", "组织机构代码应与统一社会信用代码的第 9 至 17 位（{0}）一致。请核对两个代码。", "code", FaultKind.Invalid, code));
        return (uscc, written.Value);
    }

    private async Task Taken(OrganizationFacts facts, long? id, UnitTree tree, List<Fault> faults, CancellationToken cancel)
    {
        var names = new[] { ("name", facts.Name), ("shortName", facts.ShortName) }.Concat(facts.Aliases.Select(a => ("aliases", a)))
            .Where(n => n.Item2.Length > 0).Select(n => (Field: n.Item1, Name: n.Item2, Key: NameKey.Of(n.Item2))).ToList();
        var keys = names.Select(n => n.Key).ToList();
        var taken = await store.Set<OrganizationName>().AsNoTracking().Where(n => keys.Contains(n.Key) && n.UnitId != id).ToListAsync(cancel);
        foreach (var (field, name, key) in names)
            if (taken.Find(t => t.Key == key) is { } other)
                faults.Add(new Fault("organizations.name.taken", "名称“{0}”已属于“{1}”。请改用别的名称，或者把两个单位合并。", field, FaultKind.Invalid, name, tree.Find(other.UnitId)?.Name ?? other.Name));
        var (uscc, code) = (facts.Uscc, facts.Code);
        var same = await store.Set<Organization>().AsNoTracking().Where(o => o.Id != id && ((uscc != null && o.Uscc == uscc) || (code != null && o.Code == code))).ToListAsync(cancel);
        foreach (var other in same)
            faults.Add(new Fault("organizations.code.taken", "这个代码已属于“{0}”。请核对代码，或者把两个单位合并。", uscc is not null && other.Uscc == uscc ? "uscc" : "code", FaultKind.Invalid, other.Name));
    }

    private static Fault TooLong(string field) => new("organizations.name.long", "名称最长 {0} 个字。请缩短。", field, FaultKind.Invalid, LongestName);
}
