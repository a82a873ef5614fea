using System.Text.RegularExpressions;
using Qingdan.Catalog.Contracts;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Objections;

/// <summary>What a person says of wrong data, as typed.</summary>
/// <param name="ResourceId">The resource.</param>
/// <param name="ItemIds">Its items that are wrong; none for the whole.</param>
/// <param name="Wrong">Name of a <see cref="Objections.Wrong"/>.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Record">Which record, without personal data.</param>
/// <param name="ShouldBe">What it should be.</param>
internal sealed record ObjectionDraft(long ResourceId, IReadOnlyCollection<long> ItemIds, string Wrong, string What, string Record, string ShouldBe);

/// <summary>A file that was checked and can be read once.</summary>
internal sealed record ProofFile(string Name, Stream Content);

/// <summary>
/// 提出异议: a unit that uses the data owes it to say that they are wrong (政务数据共享条例 26 II); another unit may with proof (practice).
/// </summary>
internal sealed partial class RaiseObjection(Store store, PublishedCatalog catalog, FileStore files, IdSource ids, TimeProvider clock, IOrganizationDirectory organizations, MoveObjection move, TellUsers users)
{
    /// <summary>Most files of one objection.</summary>
    public const int MostFiles = 5;

    private static readonly Fault Own = new("workflow.objection.own", "这是本单位的数据，请直接更正，不用提异议。", "resource", FaultKind.Conflict);
    private static readonly Fault NoProof = new("workflow.objection.proof.required", "本单位没有在用这份数据的需求，提出异议须附证明材料。", "proof");
    private static readonly Fault CitizenNumber = new("workflow.objection.citizen-number", "请不要写身份证号。用业务编号、流水号说明是哪条记录就够了。", "record");

    /// <summary>Raises one and gives its id.</summary>
    public async Task<Result<long>> Run(ObjectionDraft draft, IReadOnlyList<ProofFile> proof, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(ObjectionFlow.Unit)) return ObjectionFaults.NotYours;
        if ((await catalog.Of([draft.ResourceId], cancel)) is not [var resource]) return ObjectionFaults.NoResource;
        var own = (await organizations.Tree(cancel)).Family(actor.UnitId);
        if (own.Contains(resource.ProviderId)) return Own;
        var used = (await users.Cases(draft.ResourceId, cancel)).FirstOrDefault(c => own.Contains(c.UnitId));
        var faults = Faults(draft, resource);
        if (used is null && proof.Count == 0) faults.Add(NoProof);
        if (proof.Count > MostFiles) faults.Add(new("workflow.objection.proof.many", "证明材料不超过 {0} 个文件。", "proof", FaultKind.Invalid, MostFiles));
        if (faults.Count > 0) return faults;

        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var row = new Objection
        {
            Id = ids.Next(), ResourceId = resource.Id, Resource = resource.Name, UnitId = actor.UnitId, ProviderId = resource.ProviderId, CaseId = used?.Id ?? 0, State = ObjectionState.Raised,
            Wrong = Enum.Parse<Wrong>(draft.Wrong), What = draft.What.Trim(), Record = draft.Record.Trim(), ShouldBe = draft.ShouldBe.Trim(), RaisedAt = clock.GetUtcNow(),
        };
        foreach (var item in resource.Items.Where(i => draft.ItemIds.Contains(i.Id))) store.Add(new ContestedItem { ObjectionId = row.Id, ItemId = item.Id, Name = item.Name });
        foreach (var one in proof)
        {
            var saved = await files.Save(actor, one.Name, one.Content, cancel);
            if (!saved.TryGet(out var file)) return saved.As<long>();
            store.Add(new ObjectionProof { Id = ids.Next(), ObjectionId = row.Id, FileId = file.Id, Name = file.Name, Digest = file.Digest, Length = file.Length });
        }
        await move.Begin(row, actor, cancel);
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return row.Id;
    }

    private static List<Fault> Faults(ObjectionDraft draft, PublishedResource resource)
    {
        var faults = Texts.Check(("what", "哪里不对", draft.What, 1000, true), ("record", "涉及的记录", draft.Record, 500, false), ("shouldBe", "应当是什么", draft.ShouldBe, 1000, true));
        if (!Enum.TryParse<Wrong>(draft.Wrong, out var wrong) || !Enum.IsDefined(wrong)) faults.Add(new("workflow.objection.wrong.required", "请选择是哪种问题。", "wrong"));
        if (draft.ItemIds.Except(resource.Items.Select(i => i.Id)).Any()) faults.Add(new("workflow.objection.items", "有的数据项已不在这个目录里，请重新选择。", "item"));
        if (CitizenNumbers().IsMatch(draft.What + "\n" + draft.Record + "\n" + draft.ShouldBe)) faults.Add(CitizenNumber);
        return faults;
    }

    [GeneratedRegex(@"(?<!\d)[1-9]\d{16}[\dXx](?![\dXx])", RegexOptions.CultureInvariant)]
    private static partial Regex CitizenNumbers();
}
