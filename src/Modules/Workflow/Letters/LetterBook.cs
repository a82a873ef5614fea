using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Documents;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Cases.Viewing;

namespace Qingdan.Workflow.Letters;

/// <summary>What a final file belongs to.</summary>
/// <param name="CaseId">The case; 0 for an agenda.</param>
/// <param name="SubjectId">The order or the meeting; 0 for a letter of the case itself.</param>
/// <param name="About">Under which it stands in the audit log.</param>
internal sealed record LetterPlace(LetterKind Kind, long CaseId, long SubjectId, Subject About);

/// <summary>归档定稿: the final files of letters with their digests. The wording may be another; the facts must be those on record, and it bears no mark of a secret.</summary>
internal sealed class LetterBook(Store store, FileStore files, AuditLog audit, IdSource ids, TimeProvider clock)
{
    private const long MostBytes = 20L * 1024 * 1024;

    private static readonly Fault NoLetter = new("workflow.letter.unreadable", "这不是从本系统下载的 .docx 文书，或者文件损坏。请在下载的文书上改，另存后上传。", "file");

    private static readonly Fault NotDocx = new("workflow.letter.kind", "定稿应是 .docx 文件，文件名也以 .docx 结尾。", "file");
    private static readonly Fault Twice = new("workflow.letter.twice", "这份定稿已经归档，不用再传。", "file", FaultKind.Conflict);

    /// <summary>Keeps one; <paramref name="letter"/> is as the records would write it now, <paramref name="content"/> can be read twice.</summary>
    public async Task<Result<Done>> Keep(Letter letter, LetterPlace place, string number, string fileName, Stream content, Actor actor, CancellationToken cancel)
    {
        var faults = Texts.Check(("number", "文号", number, 100, true), ("file", "文件名", fileName, 200, true));
        if (fileName.Trim().Length > 0 && DocumentFile.Named(fileName) != DocumentKind.Docx) faults.Add(NotDocx);
        if (content.Length > MostBytes) faults.Add(new("workflow.letter.too-large", "文书不超过 20 MB。", "file", FaultKind.TooLarge));
        else faults.AddRange(Faults(letter, LetterFile.Read(content)));
        if (faults.Count > 0) return faults;
        content.Position = 0;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var saved = await files.Save(actor, fileName, content, cancel);
        if (!saved.TryGet(out var file)) return saved.Faults.ToList();
        if (await store.Set<KeptLetter>().AnyAsync(l => l.CaseId == place.CaseId && l.SubjectId == place.SubjectId && l.Kind == place.Kind && l.Digest == file.Digest, cancel)) return Twice;
        store.Add(new KeptLetter { Id = ids.Next(), CaseId = place.CaseId, SubjectId = place.SubjectId, Kind = place.Kind, Number = number.Trim(), FileId = file.Id, Digest = file.Digest, Person = actor.Name, UnitId = actor.UnitId, At = clock.GetUtcNow() });
        audit.Add(actor, WorkflowAudit.LetterKept, place.About, after: new { Number = number.Trim(), FileName = file.Name, file.Digest });
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Done();
    }

    /// <summary>The final files of an order or a meeting.</summary>
    public async Task<IReadOnlyList<KeptLetterView>> Of(long subjectId, CancellationToken cancel) =>
        (await store.Set<KeptLetter>().AsNoTracking().Where(l => l.SubjectId == subjectId).OrderBy(l => l.Id).ToListAsync(cancel)).ConvertAll(KeptLetterView.Of);

    private static IEnumerable<Fault> Faults(Letter letter, LetterContent? content)
    {
        if (content is not { Facts: var facts }) return [NoLetter];
        return letter.Facts.Where(f => facts.GetValueOrDefault(f.Key) != f.Value)
            .Select(f => new Fault("workflow.letter.altered", "文书里的“{0}”与记录不符：记录是“{1}”，文书是“{2}”。措辞可以改，事实不能改。", "file", FaultKind.Conflict, f.Key, f.Value, facts.GetValueOrDefault(f.Key, "")))
            .Concat(ClassificationMarks.Refusal(content.Text, "file") is { } marked ? [marked] : []);
    }
}
