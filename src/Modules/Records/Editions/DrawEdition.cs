using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Editions;

/// <summary>What the authority says of a new edition.</summary>
/// <param name="Title">Title.</param>
/// <param name="Issuer">印发单位.</param>
/// <param name="UnitId">The one unit whose lists it has; 0 for all.</param>
/// <param name="Summary">变更说明.</param>
internal sealed record EditionDraft(string Title, string Issuer, long UnitId, string Summary);

/// <summary>拟定版次.</summary>
internal sealed class DrawEdition(Store store, MoveEdition move, IOrganizationDirectory organizations, IdSource ids, TimeProvider clock)
{
    /// <summary>Most characters.</summary>
    public const int MostTitle = 128, MostIssuer = 100, MostSummary = 4000;

    /// <summary>Draws one up and gives its id.</summary>
    public async Task<Result<long>> Run(EditionDraft draft, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.Authority)) return EditionFaults.NotYours;
        List<Fault> faults =
        [
            .. new[] { EditionFaults.Text("title", "标题", draft.Title, MostTitle), EditionFaults.Text("issuer", "印发单位", draft.Issuer, MostIssuer), EditionFaults.Text("summary", "变更说明", draft.Summary, MostSummary, required: false) }.OfType<Fault>(),
            .. new[] { ("title", draft.Title), ("summary", draft.Summary) }.Select(t => ClassificationMarks.Refusal(t.Item2, t.Item1)).OfType<Fault>(),
        ];
        if (draft.UnitId != 0 && (await organizations.Tree(cancel)).Find(draft.UnitId) is null) faults.Add(new("records.edition.unit", "没有这个单位，请重新选择。", "unit"));
        if (faults.Count > 0) return faults;
        var row = new Edition
        {
            Id = ids.Next(), State = EditionState.Draft, Title = draft.Title.Trim(), Issuer = draft.Issuer.Trim(), UnitId = draft.UnitId, Summary = draft.Summary.Trim(), CreatedBy = actor.Name, CreatedAt = clock.GetUtcNow(),
        };
        move.Begin(row, actor);
        await store.SaveChangesAsync(cancel);
        return row.Id;
    }
}
