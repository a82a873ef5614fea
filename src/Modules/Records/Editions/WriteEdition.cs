using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Signing;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Editions;
using Qingdan.Records.Editions.Archive;
using Qingdan.Records.Lines;

namespace Qingdan.Records.Editions;

/// <summary>Whose archive is to be written: a draft of a round, or the edition itself when the round is 0.</summary>
internal sealed record EditionOrder(long EditionId, int Round);

/// <summary>
/// Writes the archive of an edition from one moment of the store, signs it and keeps it. Killed at any time it leaves nothing that counts: the archive is made in a
/// temporary file, and file, marks and state are stored in one transaction. Run again it makes the archive anew.
/// </summary>
internal sealed class WriteEdition(
    Store store, IEnumerable<IEditionList> lists, LinesInForce inForce, SigningKeys keys, FileStore files, MoveEdition move, IOrganizationDirectory organizations, IdSource ids, TimeProvider clock) : IJobHandler
{
    public const string JobKind = "records.edition";

    public string Kind => JobKind;

    public async Task Run(JobContext job, CancellationToken cancel)
    {
        var order = job.Payload<EditionOrder>();
        if (await store.Set<Edition>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == order.EditionId, cancel) is not { } edition) return;
        if (order.Round == 0 ? edition.State != EditionState.Issuing : edition.Round != order.Round || await store.Set<EditionFile>().AnyAsync(f => f.EditionId == edition.Id && f.Round == order.Round, cancel)) return;
        await using var archive = TemporaryFile.Open(FileOptions.Asynchronous);
        using var writer = new ArchiveWriter(archive, keys.Suite);
        var written = await Lists(edition, writer, job, cancel);
        Attestation? signed = null;
        var manifest = await writer.Close(await Facts(edition, order, cancel), async bytes =>
        {
            signed = await keys.Sign(bytes, cancel);
            return Convert.FromBase64String(signed.Signature);
        }, cancel);
        archive.Position = 0;
        await Keep(edition.Id, order.Round, archive, written, Convert.ToHexStringLower(keys.Suite.DigestOf(manifest)), signed!, job, cancel);
    }

    private async Task<List<WrittenList>> Lists(Edition edition, ArchiveWriter writer, JobContext job, CancellationToken cancel)
    {
        IReadOnlyCollection<long> units = edition.UnitId == 0 ? [] : (await organizations.Tree(cancel)).Family(edition.UnitId);
        // All lists are read from the same moment: what is decided meanwhile is in the next edition.
        await using var moment = await store.BeginMoment(cancel);
        var written = new List<WrittenList>();
        foreach (var list in lists.OrderBy(l => l.Place))
        {
            written.Add(await writer.Add(list.Name, list.Title, inForce.Read(list.Name, units, cancel), cancel));
            await job.Report(written.Count, 3, "");
        }
        return written;
    }

    private async Task<EditionFacts> Facts(Edition e, EditionOrder order, CancellationToken cancel)
    {
        var former = order.Round == 0 ? await (from f in store.Set<EditionFile>() join x in store.Set<Edition>() on f.EditionId equals x.Id where f.Round == 0 && x.Number == e.Number - 1 select f.ManifestDigest).FirstOrDefaultAsync(cancel) : null;
        return new EditionFacts(
            order.Round == 0 ? e.Number : 0, e.Title, e.Issuer, e.UnitId == 0 ? "" : (await organizations.Tree(cancel)).Find(e.UnitId)?.Name ?? "", e.Document, e.Minutes,
            Shown.Day(e.IssuedOn), Shown.Day(e.EffectiveOn), e.Scope.Text(), e.Summary, former ?? "");
    }

    private async Task Keep(long editionId, int round, Stream archive, List<WrittenList> written, string digest, Attestation signed, JobContext job, CancellationToken cancel)
    {
        store.ChangeTracker.Clear();
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        await job.Hold(store, cancel);
        var edition = await store.Set<Edition>().SingleAsync(e => e.Id == editionId, cancel);
        var saved = (await files.Save(job.Actor, $"edition-{editionId}-{round}.tar", archive, cancel, mostBytes: long.MaxValue)).Value;
        var file = new EditionFile
        {
            Id = ids.Next(), EditionId = editionId, Round = round, FileId = saved.Id, Bytes = saved.Length, ManifestDigest = digest, Suite = signed.Algorithm, Fingerprint = signed.Fingerprint, At = clock.GetUtcNow(),
        };
        store.Add(file);
        foreach (var (list, place) in written.Select((l, i) => (l, i + 1)))
        {
            store.Add(new EditionListRow { EditionFileId = file.Id, Name = list.List.Name, Title = list.List.Title, Place = place, Count = list.List.Count, Root = list.List.Root, EndByte = list.EndByte });
            await store.InsertMany([.. list.Marks.Select(m => new EditionMark { EditionFileId = file.Id, List = list.List.Name, Place = m.Place, FirstByte = m.FirstByte, UnitId = m.UnitId })], cancel);
        }
        if (round == 0) move.Make(edition, EditionFlow.Table.Single(m => m.Act == EditionAct.Seal), digest, job.Actor);
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
