using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;

namespace Qingdan.Organizations.Units;

/// <summary>What a person typed about a transfer of duties.</summary>
/// <param name="To">The unit that has the duties now, by any of its names or codes.</param>
/// <param name="Day">From this day, yyyy-MM-dd.</param>
/// <param name="Document">Number or title of the document.</param>
/// <param name="Note">Which duties.</param>
public sealed record DutiesDraft(string To, string Day, string Document, string Note);

/// <summary>Records that duties went from one unit to another (职能划转), with date and document. Running terms are not touched.</summary>
internal sealed class MoveDuties(Store store, IOrganizationDirectory directory, AuditLog audit, IdSource ids, TimeProvider clock)
{
    private const int LongestText = 500;

    public async Task<Result<long>> Run(long fromId, DutiesDraft draft, Actor actor, CancellationToken cancel)
    {
        var tree = await directory.Tree(cancel);
        if (tree.Find(fromId) is not { } from) return OrganizationFaults.NotFound;
        var to = tree.Resolve(draft.To) is { } toId ? tree.Find(toId) : null;
        var (document, note) = (draft.Document.Trim(), draft.Note.Trim());
        var faults = new List<Fault>();
        if (to is null || to.Id == from.Id) faults.Add(new Fault("organizations.duties.to", "请填写职能划入的单位：全称、简称或代码，不能是本单位。", "to"));
        if (!DateOnly.TryParseExact(draft.Day, "yyyy-MM-dd", out var day)) faults.Add(new Fault("organizations.duties.day", "请填写划转生效的日期，例如 2026-11-26。", "day"));
        if (document.Length == 0) faults.Add(new Fault("organizations.duties.document", "请填写依据的文件名称或文号。", "document"));
        if (note.Length == 0) faults.Add(new Fault("organizations.duties.note", "请写明划转哪些职能。", "note"));
        if (document.Length > LongestText || note.Length > LongestText)
            faults.Add(new Fault("organizations.duties.long", "最长 {0} 个字。请缩短。", document.Length > LongestText ? "document" : "note", FaultKind.Invalid, LongestText));
        if (faults.Count > 0) return faults;
        var entry = new HistoryEntry
        {
            Id = ids.Next(), UnitId = from.Id, OtherUnitId = to!.Id, Kind = HistoryKind.DutiesMoved, Day = day, Document = document, Note = note,
            At = clock.GetUtcNow(), PersonId = actor.PersonId, PersonName = actor.Name,
        };
        store.Add(entry);
        audit.Add(actor, OrganizationsAudit.DutiesMoved, new Subject(OrganizationsAudit.Unit, from.Id, from.Name), after: new { To = to.Name, entry.Day, document, note });
        await store.SaveChangesAsync(cancel);
        return entry.Id;
    }
}
