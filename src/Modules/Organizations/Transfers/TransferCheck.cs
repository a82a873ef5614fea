using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts;

namespace Qingdan.Organizations.Transfers;

/// <summary>A draft that was understood and found right.</summary>
internal sealed record TransferFacts(Unit From, Unit To, TransferKind Kind, TransferScope Scope, string System, DateOnly Day, string Document, string Note, IReadOnlyList<long> Picks);

/// <summary>Finds everything that hinders a transfer of duties.</summary>
internal sealed class TransferCheck(IOrganizationDirectory directory, IDutyResources resources)
{
    /// <summary>Resources that may be ticked one by one.</summary>
    public const int MostPicks = 1_000;

    private const int LongestText = 500;

    /// <summary>Ticks are asked for only when somebody chose to tick and has seen the list: <paramref name="picked"/>.</summary>
    public async Task<Result<TransferFacts>> Run(long fromId, TransferDraft draft, bool picked, CancellationToken cancel)
    {
        var tree = await directory.Tree(cancel);
        if (tree.Find(fromId) is not { } from || from.Id != fromId) return OrganizationFaults.NotFound;
        var to = tree.Resolve(draft.To) is { } toId ? tree.Find(toId) : null;
        var faults = new List<Fault>();
        if (!Enum.TryParse<TransferKind>(draft.Kind, out var kind) || !Enum.IsDefined(kind)) faults.Add(new Fault("organizations.duties.kind", "请选择划转、拆分或者合并。", "kind"));
        if (to is null || to.Id == from.Id) faults.Add(new Fault("organizations.duties.to", "请填写职能划入的单位：全称、简称或代码，不能是本单位。", "to"));
        else if (kind == TransferKind.Merge && tree.Below(from.Id).Any(u => u.Id == to.Id))
            faults.Add(new Fault("organizations.duties.below", "“{0}”是本单位的下级单位，不能并入它。请改填别的单位，或者用划转。", "to", FaultKind.Invalid, to.Name));
        var day = TypedDay.Meant(draft.Day).GetValueOrDefault();
        if (day == default) faults.Add(new Fault("organizations.duties.day", "请填写划转生效的日期，例如 2026-11-26。", "day"));
        var (document, note) = (draft.Document.Trim(), draft.Note.Trim());
        if (document.Length == 0) faults.Add(new Fault("organizations.duties.document", "请填写依据的文件名称或文号。", "document"));
        if (note.Length == 0) faults.Add(new Fault("organizations.duties.note", "请写明划转哪些职能。", "note"));
        faults.AddRange(Text(document, "document"));
        faults.AddRange(Text(note, "note"));
        var scope = await Scope(from, draft, kind, picked, tree, faults, cancel);
        return faults.Count > 0 ? faults : new TransferFacts(from, to!, kind, scope, scope == TransferScope.System ? draft.System.Trim() : "", day, document, note, scope == TransferScope.Chosen ? draft.Picks : []);
    }

    private static IEnumerable<Fault> Text(string text, string field)
    {
        if (text.Length > LongestText) yield return new Fault("organizations.duties.long", "最长 {0} 个字。请缩短。", field, FaultKind.Invalid, LongestText);
        if (ClassificationMarks.Refusal(text, field) is { } marked) yield return marked;
    }

    // A unit that becomes part of another takes all it has along.
    private async Task<TransferScope> Scope(Unit from, TransferDraft draft, TransferKind kind, bool picked, UnitTree tree, List<Fault> faults, CancellationToken cancel)
    {
        if (kind == TransferKind.Merge) return TransferScope.Whole;
        if (!Enum.TryParse<TransferScope>(draft.Scope, out var scope) || !Enum.IsDefined(scope)) faults.Add(new Fault("organizations.duties.scope", "请选择哪些目录随职能划转。", "scope"));
        if (scope == TransferScope.Whole || (scope == TransferScope.Chosen && !picked)) return scope;
        var own = await resources.Of(tree.Family(from.Id), cancel);
        if (scope == TransferScope.System && own.All(r => r.System != draft.System.Trim()))
            faults.Add(new Fault("organizations.duties.system", "本单位没有来源系统是“{0}”的目录。请从列表中选择。", "system", FaultKind.Invalid, draft.System.Trim()));
        if (scope == TransferScope.Chosen && draft.Picks.Count is 0 or > MostPicks)
            faults.Add(new Fault("organizations.duties.picks", "请勾选 1 到 {0} 个目录。更多时请按来源系统划转。", "pick", FaultKind.Invalid, MostPicks));
        else if (scope == TransferScope.Chosen && draft.Picks.Except(own.Select(r => r.Id)).Any())
            faults.Add(new Fault("organizations.duties.gone", "勾选的目录有的已不属于本单位。请重新勾选。", "pick"));
        return scope;
    }
}
