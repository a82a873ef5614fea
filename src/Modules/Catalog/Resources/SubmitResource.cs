using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Resources;

/// <summary>
/// 报送: hands a draft to the authority. The unit's head consents, in the system or on paper, and the unit states
/// that the risk and privacy assessments were made (政务数据共享条例 13).
/// </summary>
internal sealed class SubmitResource(Store store, AuditLog audit, IdSource ids, TimeProvider clock, SignOffBook signOffs, ResourceAccess access, ResourceRules rules)
{
    /// <summary>Hands in one draft or one change.</summary>
    public async Task<Result<Done>> Run(long id, bool assessed, SignOffInput consent, Actor actor, CancellationToken cancel)
    {
        var row = await (await access.Own(actor, cancel)).SingleOrDefaultAsync(r => r.Id == id, cancel);
        if (row is null) return CatalogFaults.NotFound;
        if (Refusal(row.State) is { } refusal) return refusal;
        var faults = rules.ForSubmission(await Content(row, cancel));
        faults.AddRange(Check(assessed, consent, actor));
        if (faults.Count > 0) return faults;
        HandIn(row, consent, actor);
        return await store.TrySave(cancel) ? new Done() : CatalogFaults.ChangedMeanwhile;
    }

    /// <summary>Why a resource in this state has nothing to hand in; null when it has.</summary>
    public static Fault? Refusal(ResourceState state) => state switch
    {
        ResourceState.Draft or ResourceState.Changing => null,
        ResourceState.InReview or ResourceState.ChangeInReview => CatalogFaults.InReview,
        _ => CatalogFaults.NoDraft,
    };

    /// <summary>What is wrong with the statement and the consent.</summary>
    public List<Fault> Check(bool assessed, SignOffInput consent, Actor actor)
    {
        var faults = signOffs.Check(consent);
        if (!assessed) faults.Add(new("catalog.assessment.required", "请确认已开展保密风险和个人信息保护影响评估（条例第十三条）。", "assessed"));
        if (consent.Paper is null && !actor.Is(Roles.UnitHead)) faults.Add(new("catalog.consent.required", "须经本单位负责人同意：请负责人登录报送，或上传线下签批件。", "scan"));
        return faults;
    }

    /// <summary>The content that is handed in.</summary>
    public async Task<ResourceContent> Content(Resource row, CancellationToken cancel) => row.State == ResourceState.Changing
        ? JsonSerializer.Deserialize<ResourceContent>((await store.Set<ResourceDraft>().SingleAsync(d => d.ResourceId == row.Id, cancel)).Content, JsonText.Readable)!
        : row.Content(await store.Set<Item>().Where(i => i.ResourceId == row.Id).ToListAsync(cancel));

    /// <summary>The handing in itself, of a checked content; the caller saves.</summary>
    public void HandIn(Resource row, SignOffInput consent, Actor actor)
    {
        var signed = signOffs.Add(actor, CatalogAudit.Kind, row.Id, Roles.UnitHead, consent);
        (row.State, row.ByReport) = (row.State == ResourceState.Draft ? ResourceState.InReview : ResourceState.ChangeInReview, false);
        row.Touch(ids, clock);
        audit.Add(actor, CatalogAudit.Submitted, CatalogAudit.Of(row), after: new { row.State, Assessed = true, SignOff = signed.Evidence() });
    }
}
