using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.LegalBases.Importing;

namespace Qingdan.Standards.LegalBases;

/// <summary>What the authority says of a version of a law, as typed.</summary>
/// <param name="State">Name of a <see cref="LawState"/>.</param>
/// <param name="EndedOn">失效日期: may lie ahead; the text holds until then.</param>
/// <param name="Why">Where this is announced.</param>
internal sealed record LawStatement(string State, DateOnly? EndedOn, string Why);

/// <summary>登记时效: the authority states that a text was repealed or amended and from which day, or that it is in force after all.</summary>
internal sealed class StateLaw(Store store, AuditLog audit)
{
    /// <summary>The kind under which laws stand in the audit log.</summary>
    public const string Kind = "standards.law";

    private const int MostWhy = 500;
    private static readonly Fault Changed = new("standards.law.changed", "别人刚改过这部法规。请看过现在的内容再保存。", null, FaultKind.Conflict);

    public async Task<Result<Done>> Run(long id, int edit, LawStatement said, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.Authority)) return LawFaults.Forbidden;
        if (await store.Set<LegalBasis>().SingleOrDefaultAsync(b => b.Id == id, cancel) is not { } law) return LawFaults.Unknown;
        if (law.Edit != edit) return Changed;
        var faults = Faults(said, law);
        if (faults.Count > 0) return faults;
        var before = new { law.State, law.EndedOn };
        (law.State, law.EndedOn, law.Edit) = (Enum.Parse<LawState>(said.State), said.EndedOn, law.Edit + 1);
        audit.Add(actor, StandardsAudit.LawStated, new Subject(Kind, law.Id, law.Name), before, new { law.State, law.EndedOn }, said.Why.Trim());
        return await store.TrySave(cancel) ? new Done() : Changed;
    }

    private static List<Fault> Faults(LawStatement said, LegalBasis law)
    {
        var faults = new List<Fault>();
        var known = Enum.TryParse<LawState>(said.State, out var state) && Enum.IsDefined(state);
        if (!known) faults.Add(new("standards.law.state.required", "请选择现行有效、已修订或已废止。", "state"));
        if (known && state != LawState.InEffect && said.EndedOn is null) faults.Add(new("standards.law.ended.required", "请填写从哪一天起失效：废止或者新文本施行之日。", "endedOn"));
        if (known && state == LawState.InEffect && said.EndedOn is not null) faults.Add(new("standards.law.ended.in-effect", "现行有效的不填失效日期；将要失效的请选已修订或已废止，到那一天才算。", "endedOn"));
        if (said.EndedOn < law.EffectiveOn) faults.Add(new("standards.law.ended.early", "失效日期不能早于施行日期。", "endedOn"));
        if (said.Why.Trim().Length == 0) faults.Add(new("standards.law.why.required", "请写明出处：哪个文件、哪次公布。", "why"));
        if (said.Why.Length > MostWhy) faults.Add(new("standards.law.why.too-long", "出处不超过 {0} 字。", "why", FaultKind.Invalid, MostWhy));
        if (ClassificationMarks.Refusal(said.Why, "why") is { } marked) faults.Add(marked);
        return faults;
    }
}
