using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases.Viewing;
using Qingdan.Workflow.Letters;
using Qingdan.Workflow.Meetings;
using Qingdan.Workflow.Objections;

namespace Qingdan.Workflow.Archive;

/// <summary>A file of the archive with its digest.</summary>
internal sealed record ArchivedFile(string Path, long Bytes, string Sha256);

/// <summary>What the minutes of a meeting say of this case or of a dispute about it: its own conclusion, and no other matter of the meeting.</summary>
internal sealed record ArchivedMinutes(string Number, DateOnly MetOn, string Outcome, string Conclusion);

/// <summary>归档包: one zip of a case as this person may see it: facts and steps, an index to print, final letters, attachments of the demand, scans of sign-offs of the demand and of the case, what minutes say of it, proof of its objections, and a manifest.</summary>
internal sealed class CaseArchive(Store store, FileStore files, ShowCase show, SignOffBook signOffs, DemandBook demands)
{
    private const int Piece = 64 * 1024;

    /// <summary>The case, or why this person gets no archive of it.</summary>
    public Task<Result<CaseView>> Open(long id, Actor actor, CancellationToken cancel) => show.Run(id, actor, cancel);

    /// <summary>Writes the zip. It is made in a temporary file: a failure half-way leaves no broken archive with the reader.</summary>
    public async Task Write(CaseView view, Actor actor, Stream target, CancellationToken cancel)
    {
        await using var temporary = TemporaryFile.Open();
        var minutes = await Minutes(view, cancel);
        await using (var zip = await ZipArchive.CreateAsync(temporary, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancel))
        {
            var manifest = new List<ArchivedFile> { await Add(zip, "case.json", s => JsonSerializer.SerializeAsync(s, ArchivedCase.Of(view, minutes), JsonText.Readable, cancel), cancel) };
            foreach (var (path, file) in await Files(view, actor, cancel)) manifest.Add(await Add(zip, path, s => files.CopyTo(file, s, cancel), cancel));
            manifest.Add(await Add(zip, "index.html", s => s.WriteAsync(Encoding.UTF8.GetBytes(ArchiveIndex.Write(view, minutes, manifest)), cancel).AsTask(), cancel));
            await Add(zip, "manifest.json", s => JsonSerializer.SerializeAsync(s, new { Version = 1, Case = $"{view.Row.Id}", Files = manifest }, JsonText.Readable, cancel), cancel);
        }
        temporary.Position = 0;
        await temporary.CopyToAsync(target, cancel);
    }

    private async Task<List<(string Path, long File)>> Files(CaseView view, Actor actor, CancellationToken cancel)
    {
        var (id, orders) = (view.Row.Id, view.Orders.Rows.Select(o => o.Id).ToList());
        var letters = await store.Set<KeptLetter>().AsNoTracking().Where(l => l.CaseId == id && (l.SubjectId == 0 || orders.Contains(l.SubjectId))).OrderBy(l => l.Id).Join(store.Set<StoredFile>(), l => l.FileId, f => f.Id, (l, f) => new { f.Id, f.Name }).ToListAsync(cancel);
        var scans = (await signOffs.Of(WorkflowAudit.CaseKind, id, cancel)).Where(s => s.ScanFileId != 0).Select(s => s.ScanFileId).Distinct().ToList();
        var scanned = await store.Set<StoredFile>().AsNoTracking().Where(f => scans.Contains(f.Id)).OrderBy(f => f.Id).Select(f => new { f.Id, f.Name }).ToListAsync(cancel);
        var proof = await store.Set<ObjectionProof>().AsNoTracking().Where(p => store.Set<Objection>().Any(o => o.Id == p.ObjectionId && o.CaseId == id)).OrderBy(p => p.Id).Select(p => new { Id = p.FileId, p.Name }).ToListAsync(cancel);
        // The demand was signed first, by its own unit and above it.
        List<(long Id, string Name)> signed = [.. await demands.Scans(id, cancel), .. scanned.Select(f => (f.Id, f.Name))];
        var attached = await demands.Attached(id, cancel);
        // The whole minutes settle other units' matters too: who sees all gets the scan, a party reads what they say of its case.
        var minutes = actor.Is(Roles.SeeAll) ? await Scanned(view, cancel) : [];
        return [.. attached.Select((f, i) => (Name("attachments", i, f.Name), f.File)), .. minutes.Select((f, i) => (Name("minutes", i, f.Name), f.File)), .. letters.Select((f, i) => (Name("letters", i, f.Name), f.Id)), .. signed.DistinctBy(f => f.Id).Select((f, i) => (Name("sign-offs", i, f.Name), f.Id)), .. proof.Select((f, i) => (Name("objections", i, f.Name), f.Id))];
    }

    private async Task<IReadOnlyList<ArchivedMinutes>> Minutes(CaseView view, CancellationToken cancel) =>
        (await On(view).Join(store.Set<Meeting>().Where(m => m.State == MeetingState.Concluded), m => m.MeetingId, x => x.Id, (m, x) => new { x.MinutesNumber, x.MeetsOn, m.Outcome, m.Conclusion, m.MeetingId, m.Place })
            .OrderBy(m => m.MeetingId).ThenBy(m => m.Place).ToListAsync(cancel)).ConvertAll(m => new ArchivedMinutes(m.MinutesNumber, m.MeetsOn, m.Outcome.Text(), m.Conclusion));

    // The case itself, or a dispute about it, on an agenda.
    private IQueryable<MeetingMatter> On(CaseView view)
    {
        List<long> matters = [view.Row.Id, .. view.Disputes.Select(d => d.Id)];
        return store.Set<MeetingMatter>().AsNoTracking().Where(m => matters.Contains(m.SubjectId));
    }

    private async Task<List<(long File, string Name)>> Scanned(CaseView view, CancellationToken cancel)
    {
        var meetings = On(view).Select(m => m.MeetingId);
        var scans = store.Set<SignOff>().Where(s => s.TargetKind == MeetingAudit.Kind && meetings.Contains(s.TargetId) && s.ScanFileId != 0).Select(s => s.ScanFileId);
        return (await store.Set<StoredFile>().AsNoTracking().Where(f => scans.Contains(f.Id)).OrderBy(f => f.Id).Select(f => new { f.Id, f.Name }).ToListAsync(cancel)).ConvertAll(f => (f.Id, f.Name));
    }

    // A number keeps names apart; what some systems do not take in a name becomes a line.
    private static string Name(string folder, int place, string name) => $"{folder}/{place + 1:00}-{string.Concat(name.Select(c => char.IsControl(c) || "\\/:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '_' : c))}";

    private static async Task<ArchivedFile> Add(ZipArchive zip, string path, Func<Stream, Task> write, CancellationToken cancel)
    {
        await using var whole = TemporaryFile.Open();
        await write(whole);
        whole.Position = 0;
        await using var entry = await zip.CreateEntry(path).OpenAsync(cancel);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        while (await whole.ReadAsync(buffer, cancel) is var read and > 0)
        {
            hash.AppendData(buffer, 0, read);
            await entry.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
        ArrayPool<byte>.Shared.Return(buffer);
        return new(path, whole.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}

/// <summary>What <c>case.json</c> holds; its shape stands in docs/ARCHIVE.md.</summary>
internal sealed record ArchivedCase(int Version, CaseRow Case, Lists.Contracts.DemandFacts Demand, IReadOnlyList<CaseItemView> Items, IReadOnlyList<ClockView> Clocks, IReadOnlyList<CaseStepView> Steps, string Supply, string SupplyNote, Cases.DisposalInput? Disposal, IReadOnlyList<KeptLetterView> Letters, IReadOnlyList<ArchivedMinutes> Minutes)
{
    public static ArchivedCase Of(CaseView v, IReadOnlyList<ArchivedMinutes> minutes) => new(1, v.Row, v.Demand, v.Items, v.Clocks, v.Steps, v.Supply, v.SupplyNote, v.Disposal, v.Kept, minutes);
}
