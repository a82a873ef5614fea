using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Standards.LegalBases.Importing;

/// <summary>上传: a file without any fault is kept and waits for the authority to have seen what it changes; nothing of the register changes yet.</summary>
internal sealed class ReceiveLaws(Store store, FileStore files, AuditLog audit, IdSource ids, TimeProvider clock)
{
    /// <summary>Takes one file; the answer is the import's id.</summary>
    public async Task<Result<long>> Run(string name, Stream content, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Roles.Authority)) return LawFaults.Forbidden;
        if (ClassificationMarks.Refusal(Path.GetFileNameWithoutExtension(name), "file") is { } marked) return marked;
        var read = ReadLawFile.Run(content, name);
        if (!read.TryGet(out var laws)) return read.As<long>();
        content.Position = 0;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var saved = await files.Save(actor, name, content, cancel);
        if (!saved.TryGet(out var file)) return saved.As<long>();
        var import = new LawImport { Id = ids.Next(), FileId = file.Id, FileName = file.Name, UploadedBy = actor.Name, UploadedAt = clock.GetUtcNow(), Edit = 1 };
        store.Add(import);
        audit.Add(actor, StandardsAudit.LawsReceived, new Subject(TakeLaws.Kind, import.Id, file.Name), after: new { file.Name, file.Length, file.Digest, Laws = laws.Count });
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return import.Id;
    }
}
