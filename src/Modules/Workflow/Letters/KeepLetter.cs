using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Documents;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Letters;

/// <summary>Keeps the final file of a letter with its digest. Its wording may be another; its facts must be those on record, and it bears no mark of a secret.</summary>
internal sealed class KeepLetter(Store store, FileStore files, AuditLog audit, IdSource ids, TimeProvider clock, ComposeLetter compose, IOrganizationDirectory organizations)
{
    private const long MostBytes = 20L * 1024 * 1024;

    private static readonly Fault NoLetter = new("workflow.letter.unreadable", "这不是从本系统下载的 .docx 文书，或者文件损坏。请在下载的文书上改，另存后上传。", "file");

    /// <summary>Keeps one; <paramref name="content"/> can be read twice.</summary>
    public async Task<Result<Done>> Run(long id, LetterKind kind, string number, string fileName, Stream content, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var row = await CaseAccess.Visible(store.Set<Case>(), actor, units).SingleOrDefaultAsync(c => c.Id == id, cancel);
        if (row is null) return CaseFaults.NotFound;
        if (!CaseAccess.Is(kind == LetterKind.Application ? Party.Requester : Party.Provider, row, actor, units)) return CaseFaults.NotYours;
        if (!(await compose.Run(id, kind, actor, cancel)).TryGet(out var letter)) return new Fault("workflow.letter.not-yet", "办到这一步还没有这份文书。", "kind", FaultKind.Conflict);
        var faults = Texts.Check(("number", "文号", number, 100, true), ("file", "文件名", fileName, 200, true));
        if (content.Length > MostBytes) faults.Add(new("workflow.letter.too-large", "文书不超过 20 MB。", "file", FaultKind.TooLarge));
        else faults.AddRange(Faults(letter, LetterFile.Read(content)));
        if (faults.Count > 0) return faults;
        content.Position = 0;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var saved = await files.Save(actor, fileName, content, cancel);
        if (!saved.TryGet(out var file)) return saved.Faults.ToList();
        store.Add(new KeptLetter { Id = ids.Next(), CaseId = id, Kind = kind, Number = number.Trim(), FileId = file.Id, Digest = file.Digest, Person = actor.Name, UnitId = actor.UnitId, At = clock.GetUtcNow() });
        audit.Add(actor, WorkflowAudit.LetterKept, WorkflowAudit.Of(row), after: new { Number = number.Trim(), FileName = file.Name, file.Digest });
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Done();
    }

    private static IEnumerable<Fault> Faults(Letter letter, LetterContent? content)
    {
        if (content is not { Facts: var facts }) return [NoLetter];
        return letter.Facts.Where(f => facts.GetValueOrDefault(f.Key) != f.Value)
            .Select(f => new Fault("workflow.letter.altered", "文书里的“{0}”与记录不符：记录是“{1}”，文书是“{2}”。措辞可以改，事实不能改。", "file", FaultKind.Conflict, f.Key, f.Value, facts.GetValueOrDefault(f.Key, "")))
            .Concat(ClassificationMarks.Refusal(content.Text, "file") is { } marked ? [marked] : []);
    }
}
