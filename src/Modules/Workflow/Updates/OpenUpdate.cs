using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Updates;

/// <summary>What a person says of a change, as typed.</summary>
/// <param name="UnitId">Whose catalogue; 0 for the own unit.</param>
/// <param name="Cause">Name of a <see cref="ChangeCause"/>.</param>
/// <param name="Basis">The law that changed, or the document by which the duties did.</param>
/// <param name="ChangedOn">The day of the change.</param>
/// <param name="What">What has to be updated.</param>
/// <param name="ResourceIds">The resources concerned; none where the catalogue lacks them.</param>
internal sealed record UpdateDraft(long UnitId, string Cause, string Basis, DateOnly? ChangedOn, string What, IReadOnlyCollection<long> ResourceIds);

/// <summary>
/// 登记目录更新: by the city for a unit, or by the unit itself. The term runs from the change, not from this day: one written down late may have run out already (政务数据共享条例 17 II).
/// </summary>
internal sealed class OpenUpdate(Store store, MoveUpdate move, Concerned concerned, IDutyResources resources, LegalRegister register, IOrganizationDirectory organizations, IdSource ids, TimeProvider clock)
{
    /// <summary>Most characters.</summary>
    public const int MostBasis = 200, MostWhat = 1000;

    private static readonly Fault NoUnit = new("workflow.update.unit.required", "请选择要更新目录的单位。", "unit");

    /// <summary>The levels whose change starts the term; a local regulation is none of them.</summary>
    public static IReadOnlyDictionary<LegalBasisLevel, ChangeCause> Levels { get; } = new Dictionary<LegalBasisLevel, ChangeCause>
    {
        [LegalBasisLevel.Law] = ChangeCause.Law, [LegalBasisLevel.AdministrativeRegulation] = ChangeCause.Law, [LegalBasisLevel.StateCouncilDecision] = ChangeCause.StateCouncilDecision,
    };

    /// <summary>Opens one and gives its id.</summary>
    public async Task<Result<long>> Run(UpdateDraft draft, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(UpdateFlow.Opens)) return UpdateFaults.NotYours;
        var units = await organizations.Tree(cancel);
        var unit = units.Find(draft.UnitId == 0 ? actor.UnitId : draft.UnitId);
        if (!actor.Is(Roles.City) && (unit is null || unit.Id != units.Living(actor.UnitId))) return UpdateFaults.NotYours;
        var faults = await Faults(draft, unit is null ? null : units.Family(unit.Id), cancel);
        if (faults.Count > 0) return faults;

        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var row = new CatalogUpdate
        {
            Id = ids.Next(), UnitId = unit!.Id, Cause = Enum.Parse<ChangeCause>(draft.Cause), Basis = draft.Basis.Trim().Trim('《', '》'), What = draft.What.Trim(), ChangedOn = draft.ChangedOn!.Value,
            Origin = UpdateOrigin.Hand, State = UpdateState.ToUpdate, OpenedAt = clock.GetUtcNow(),
        };
        await concerned.Add(row, draft.ResourceIds, cancel);
        await move.Begin(row, actor, cancel);
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return row.Id;
    }

    private async Task<List<Fault>> Faults(UpdateDraft draft, long[]? family, CancellationToken cancel)
    {
        var faults = Texts.Check(("basis", "法规或者文件的名称", draft.Basis, MostBasis, true), ("what", "哪些内容要更新", draft.What, MostWhat, true));
        if (family is null) faults.Add(NoUnit);
        if (!Enum.TryParse<ChangeCause>(draft.Cause, out var cause) || !Enum.IsDefined(cause)) faults.Add(new("workflow.update.cause.required", "请选择是哪种调整、变化。", "cause"));
        else if (cause != ChangeCause.Duties && await Level(draft.Basis, cause, cancel) is { } level) faults.Add(level);
        if (draft.ChangedOn is not { } day) faults.Add(new("workflow.update.day.required", "请填写调整、变化发生之日。", "changedOn"));
        else if (day > clock.Today()) faults.Add(new("workflow.update.day.future", "调整、变化发生之日不能晚于今天；还没有发生的，期限还没有开始。", "changedOn"));
        else if (TypedDay.Refusal(day, "changedOn", "调整、变化发生之日") is { } early) faults.Add(early);
        if (draft.ResourceIds.Count > UpdateFaults.MostResources) faults.Add(UpdateFaults.Many);
        else if (family is not null && draft.ResourceIds.Count > 0 && draft.ResourceIds.Except((await resources.Of(family, cancel)).Select(r => r.Id)).Any()) faults.Add(UpdateFaults.Foreign);
        return faults;
    }

    // A name that the register knows has a level; another name is taken as it is written.
    private async Task<Fault?> Level(string basis, ChangeCause cause, CancellationToken cancel)
    {
        var levels = await register.Levels(basis, cancel);
        if (levels.Count == 0 || levels.Any(l => Levels.TryGetValue(l, out var starts) && starts == cause)) return null;
        return levels.Any(Levels.ContainsKey)
            ? new("workflow.update.basis.other-cause", "“{0}”在依据库里是{1}，请改选相应的调整、变化。", "cause", FaultKind.Invalid, basis.Trim(), levels[0].Name())
            : new("workflow.update.basis.level", "“{0}”在依据库里是{1}。只有法律、行政法规、国务院决定调整或者部门职责变化才启动这一期限（条例第十七条）。", "basis", FaultKind.Invalid, basis.Trim(), levels[0].Name());
    }
}
